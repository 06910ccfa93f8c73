import { goesOn, hear, isOver, type Observation, type PartFacts, stop } from './part.ts';

/** So long a recorder may take until it has stopped; what it hears comes to it no sooner. */
const stopMs = 500;

/**
 * Takes in what a recorder says of a part. One that goes on with what is over is to stop. Where its file goes
 * on after the part was to stop it is cut first, and nothing changes until then.
 */
export function hearRecorder(part: PartFacts, said: Observation, now: number): PartFacts {
  if (hasFile(part)) return part;
  const heard = hear(part, isEnd(said) ? said : { ...said, endedAt: null });
  if (isOver(part) && goesOn(said)) return stop(heard, now);
  return heard.heard === 'DONE' && ranOn(heard) ? { ...heard, heard: 'FINISHING' } : heard;
}

/** Whether its file is there, and is to be cut before anybody sees it. */
export function isUncut(part: PartFacts): boolean {
  return part.heard === 'FINISHING' && ranOn(part);
}

/** Whether its file is there, so that nothing more is to be heard of it. */
export function hasFile(part: PartFacts): boolean {
  return part.heard === 'DONE' || isUncut(part);
}

/** How much of the file of a part was before it was to stop; the clocks of two machines may differ a little. */
export function keptMs({ startedAt, endedAt, stopAt }: PartFacts, lengthMs: number): number {
  if (stopAt === null) return lengthMs;
  const fromStart = startedAt === null ? lengthMs : stopAt - startedAt;
  const fromEnd = endedAt === null ? lengthMs : lengthMs - (endedAt - stopAt);
  return Math.min(lengthMs, fromStart, fromEnd);
}

function ranOn({ stopAt, endedAt }: PartFacts): boolean {
  return stopAt !== null && endedAt !== null && endedAt > stopAt + stopMs;
}

function isEnd({ state }: Observation): boolean {
  return state === 'DONE' || state === 'FAILED';
}
