import type { Provider } from '@angular/core';
import { mediaLibrary } from './call';
import { DeviceStore } from './device-store';
import { liveKit } from './livekit/livekit-room';
import { MediaStore } from './media-store';
import { SpeakerStore } from './speaker-store';

/** Devices and the call, for the page that holds a session. */
export function provideMedia(): Provider[] {
  return [DeviceStore, SpeakerStore, MediaStore, { provide: mediaLibrary, useValue: liveKit }];
}
