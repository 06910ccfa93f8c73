import { Room, setLogLevel } from 'livekit-client';
import { FlowMemory } from './flow-watch';
import { IcePath } from './ice-path';
import { LineMemory } from './line-keeper';
import { LiveKitCall } from './livekit-call';

setLogLevel('error');

export { openScreen } from './livekit-screen';

const path = new IcePath();
const flows = new FlowMemory();
const lines = new LineMemory();

export function createCall(): LiveKitCall {
  return new LiveKitCall(path, flows, lines);
}

/** Warms up the way to the media server. */
export function prepare(url: string): void {
  void new Room().prepareConnection(url);
  void startEngine();
}

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
