import { isOver, type PartFacts, reasonOf, stateOf } from './part.ts';
import { recordingStatus, type Wish } from './recording-status.ts';

/** What the log of a session is told of a part, once each. */
type TurnType = 'RECORDING_STARTED' | 'RECORDING_ENDED' | 'RECORDING_FAILED';

export interface Turn {
  readonly type: TurnType;
  /** `null` where that is not known. */
  readonly at: number | null;
  /** Why it failed; `null` where it did not. */
  readonly reason: string | null;
}

/** A part and what was told of it. */
export interface ToldPart extends PartFacts {
  readonly told: readonly string[];
}

/** What is still to be told of a part, in order. */
export function turnsOf(part: ToldPart): readonly Turn[] {
  const { heard, startedAt, endedAt, stopAt, told } = part;
  const hasStarted = heard === 'RECORDING' || heard === 'FINISHING' || heard === 'DONE';
  const hasEnded = hasStarted && (stopAt !== null || heard !== 'RECORDING');
  const turns: Turn[] = [];
  if (hasStarted) turns.push({ type: 'RECORDING_STARTED', at: startedAt, reason: null });
  if (hasEnded) turns.push({ type: 'RECORDING_ENDED', at: stopAt ?? endedAt, reason: null });
  if (stateOf(part) === 'FAILED') {
    turns.push({ type: 'RECORDING_FAILED', at: null, reason: reasonOf(part) });
  }
  return turns.filter(({ type }) => !told.includes(type));
}

/** Whether a recording of a session that is over can be watched, and nothing more is to come of it. */
export function isThere(parts: readonly PartFacts[], wish: Wish): boolean {
  return parts.every(isOver) && recordingStatus(parts, wish) === 'READY';
}
