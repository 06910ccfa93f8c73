import { setLogLevel } from 'livekit-client';
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
