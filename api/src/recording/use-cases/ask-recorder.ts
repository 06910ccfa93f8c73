import { type Observation, saying } from '../domain/part.ts';
import {
  type Recorder,
  RecorderAway,
  RecorderFull,
  type RecorderReport,
  type RecordingOrder,
} from '../recorder.ts';

/** What became of an order: the recorder's name for the work, or why there is none. */
export type Ordered = { readonly name: string } | { readonly failed: Observation };

/** Has a part recorded; what is expected to go wrong with it is told in words. */
export async function orderPart(
  recorder: Pick<Recorder, 'start'>,
  order: RecordingOrder,
): Promise<Ordered> {
  try {
    return { name: await recorder.start(order) };
  } catch (error) {
    if (error instanceof RecorderFull) return failed('The recorder has no room at the moment.');
    if (error instanceof RecorderAway) return failed('The recorder could not be reached.');
    throw error;
  }
}

/** Stops a part; gives `false` where the recorder is away, so that it is to be told again. */
export async function stopPart(recorder: Pick<Recorder, 'stop'>, name: string): Promise<boolean> {
  try {
    await recorder.stop(name);
    return true;
  } catch (error) {
    if (error instanceof RecorderAway) return false;
    throw error;
  }
}

/** Asks how a part fares; whether it is not known any more, or nothing can be learnt of it now. */
export async function askAfter(
  recorder: Pick<Recorder, 'look'>,
  name: string,
): Promise<RecorderReport | 'LOST' | 'AWAY'> {
  try {
    return (await recorder.look(name)) ?? 'LOST';
  } catch (error) {
    if (error instanceof RecorderAway) return 'AWAY';
    throw error;
  }
}

function failed(reason: string): Ordered {
  return { failed: saying('FAILED', { reason }) };
}
