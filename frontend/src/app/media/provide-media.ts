import { type Provider, inject } from '@angular/core';
import { BlurStore } from './blur-store';
import { type MediaLibrary, mediaLibrary } from './call';
import { DeviceStore } from './device-store';
import { liveKit } from './live-kit';
import { MediaStore } from './media-store';
import { SpeakerStore } from './speaker-store';

/** Devices and the call, for the page that holds a session; another library that is there comes first. */
export function provideMedia(): Provider[] {
  const library = { provide: mediaLibrary, useFactory: chosenLibrary };
  return [DeviceStore, BlurStore, SpeakerStore, MediaStore, library];
}

function chosenLibrary(): MediaLibrary {
  return inject(mediaLibrary, { optional: true, skipSelf: true }) ?? liveKit;
}
