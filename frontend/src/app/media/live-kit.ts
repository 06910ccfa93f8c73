import type { MediaLibrary } from './call';
import { listDevices, openDevices } from './browser/browser-devices';

/**
 * LiveKit is the heaviest part of the page: it comes when a call comes near, and with it what a device
 * becomes in a call.
 */
const load = () => {
  // What does not come now is fetched with the first device that is sent.
  import('./livekit/livekit-device').catch(() => undefined);
  return import('./livekit/livekit-room');
};

/** The browser behind devices, and LiveKit behind calls. */
export const liveKit: MediaLibrary = {
  createCall: async () => (await load()).createCall(),
  openDevices,
  openScreen: async () => await (await load()).openScreen(),
  listDevices,
};
