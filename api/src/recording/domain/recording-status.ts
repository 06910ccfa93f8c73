import { type PartFacts, reasonOf, stateOf } from './part.ts';

/** Where the recording of a session stands. */
export type RecordingStatus =
  'REQUESTED' | 'STARTING' | 'RECORDING' | 'PAUSED' | 'PROCESSING' | 'READY' | 'FAILED';

/** What the two want of it now: that it runs, that it rests, or nothing any more. */
export type Wish = 'RUN' | 'REST' | 'NOTHING';

/** Where a recording stands by its parts, in order, and by what the two want. */
export function recordingStatus(parts: readonly PartFacts[], wish: Wish): RecordingStatus {
  if (wish === 'REST') return 'PAUSED';
  const states = parts.map(stateOf);
  if (wish === 'RUN') {
    const last = states.at(-1);
    return last === 'STARTING' || last === 'RECORDING' ? last : 'REQUESTED';
  }
  const isAllOver = states.every((state) => state === 'READY' || state === 'FAILED');
  if (!isAllOver) return 'PROCESSING';
  return states.includes('READY') ? 'READY' : 'FAILED';
}

/** Why there is nothing of it; `null` where there is, or may be. */
export function failureOf(parts: readonly PartFacts[], wish: Wish): string | null {
  if (recordingStatus(parts, wish) !== 'FAILED') return null;
  const reasons = parts.map(reasonOf).filter((reason) => reason !== null);
  return reasons.at(-1) ?? 'Nothing was recorded.';
}

/** How long the parts that are there take together, in milliseconds. */
export function lengthOf(parts: readonly PartFacts[]): number {
  return parts
    .filter((part) => stateOf(part) === 'READY')
    .reduce((sum, { startedAt, endedAt }) => sum + lasting(startedAt, endedAt), 0);
}

/** What people see of a part, in one text; as long as it is the same, nothing has changed for them. */
export function looksOf(part: PartFacts): string {
  return [stateOf(part), part.startedAt, part.endedAt, part.bytes, reasonOf(part)].join();
}

function lasting(startedAt: number | null, endedAt: number | null): number {
  return startedAt === null || endedAt === null ? 0 : Math.max(0, endedAt - startedAt);
}
