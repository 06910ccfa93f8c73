import { type Provider, inject } from '@angular/core';
import { type MediaLibrary, mediaLibrary } from './call';
import { DeviceStore } from './device-store';
import { liveKit } from './livekit/livekit-room';
import { MediaStore } from './media-store';
import { SpeakerStore } from './speaker-store';

/** Devices and the call, for the page that holds a session; another library that is there comes first. */
export function provideMedia(): Provider[] {
  return [DeviceStore, SpeakerStore, MediaStore, { provide: mediaLibrary, useFactory: library }];
}

function library(): MediaLibrary {
  return inject(mediaLibrary, { optional: true, skipSelf: true }) ?? liveKit;
}
