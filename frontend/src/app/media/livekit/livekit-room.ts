import { Room, setLogLevel } from 'livekit-client';
import type { MediaLibrary } from '../call';
import { LiveKitCall } from './livekit-call';
import { listDevices, openDevices } from './livekit-devices';

setLogLevel('error');

/** LiveKit as the library behind calls and devices. */
export const liveKit: MediaLibrary = {
  createCall: () => new LiveKitCall(),
  prepare: (url) => {
    void new Room().prepareConnection(url);
  },
  openDevices,
  listDevices,
};
