import type { Observation } from '../domain/part.ts';
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

/** Asks how a part fares; `null` where nothing can be learnt of it now. */
export async function askAfter(
  recorder: Pick<Recorder, 'look'>,
  name: string,
): Promise<RecorderReport | null> {
  try {
    return await recorder.look(name);
  } catch (error) {
    if (error instanceof RecorderAway) return null;
    throw error;
  }
}

function failed(reason: string): Ordered {
  return {
    failed: { state: 'FAILED', startedAt: null, endedAt: null, bytes: null, reason },
  };
}
