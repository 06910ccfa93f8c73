import { type Observation, saying } from '../domain/part.ts';
import {
  type Recorder,
  RecorderAway,
  RecorderFull,
  type RecorderReport,
  type RecordingOrder,
} from '../recorder.ts';

/**
 * What became of an order: the recorder's name for the work, or why there is none. Where it is away it may
 * have heard the order, and record.
 */
export type Ordered = { readonly name: string } | { readonly failed: Observation } | 'AWAY';

/** Has a part recorded. */
export async function orderPart(
  recorder: Pick<Recorder, 'start'>,
  order: RecordingOrder,
): Promise<Ordered> {
  try {
    return { name: await recorder.start(order) };
  } catch (error) {
    if (error instanceof RecorderAway) return 'AWAY';
    if (!(error instanceof RecorderFull)) throw error;
    return { failed: saying('FAILED', { reason: 'The recorder has no room at the moment.' }) };
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

/** The recorder's name for a part of which it did not answer the order; `null` where nothing can be learnt. */
export async function nameFor(
  recorder: Pick<Recorder, 'find'>,
  partId: string,
): Promise<string | null> {
  try {
    return await recorder.find(partId);
  } catch (error) {
    if (error instanceof RecorderAway) return null;
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
