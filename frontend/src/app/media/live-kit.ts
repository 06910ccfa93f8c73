import type { MediaLibrary } from './call';
import { listDevices, openDevices } from './browser/browser-devices';

/**
 * LiveKit is the heaviest part of the page: it comes when a call comes near, and with it what a device
 * becomes in a call.
 */
async function load() {
  const [room] = await Promise.all([
    import('./livekit/livekit-room'),
    import('./livekit/livekit-device'),
  ]);
  return room;
}

/** The browser behind devices, and LiveKit behind calls. */
export const liveKit: MediaLibrary = {
  createCall: async () => (await load()).createCall(),
  prepare: (url) => {
    load().then(
      ({ prepare }) => {
        prepare(url);
      },
      () => undefined, // The call itself says what is wrong.
    );
  },
  openDevices,
  openScreen: async () => await (await load()).openScreen(),
  listDevices,
};
