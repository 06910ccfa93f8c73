import { Room, setLogLevel } from 'livekit-client';
import type { MediaLibrary } from '../call';
import { LiveKitCall } from './livekit-call';
import { listDevices, openDevices } from './livekit-devices';
import { openScreen } from './livekit-screen';

setLogLevel('error');

/** LiveKit as the library behind calls and devices. */
export const liveKit: MediaLibrary = {
  createCall: () => new LiveKitCall(),
  prepare: (url) => {
    void new Room().prepareConnection(url);
    void startEngine();
  },
  openDevices,
  openScreen,
  listDevices,
};

/** The browser's media engine starts with a page's first offer, which takes longer than the way there and back. */
async function startEngine(): Promise<void> {
  const connection = new RTCPeerConnection();
  try {
    connection.createDataChannel('warm-up');
    connection.addTransceiver('audio');
    connection.addTransceiver('video');
    await connection.createOffer();
  } catch {
    // What does not start now is started when the call is joined.
  } finally {
    connection.close();
  }
}
