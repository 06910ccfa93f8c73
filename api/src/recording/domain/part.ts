/** Where one part of a recording stands. */
export type PartState = 'REQUESTED' | 'STARTING' | 'RECORDING' | 'PROCESSING' | 'READY' | 'FAILED';

/** What somebody who records says of a part. */
export interface Observation {
  readonly state: 'STARTING' | 'RECORDING' | 'FINISHING' | 'DONE' | 'FAILED';
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly bytes: number | null;
  readonly reason: string | null;
}

/** What is said where little more than that is known. */
export function saying(
  state: Observation['state'],
  more: Partial<Omit<Observation, 'state'>> = {},
): Observation {
  return { state, startedAt: null, endedAt: null, bytes: null, reason: null, ...more };
}

/** All that is known of a part: what was heard of it, what it was told, and what was made of silence. */
export interface PartFacts {
  /** The latest that was heard of it; `ORDERED` before anything was. */
  readonly heard: 'ORDERED' | Observation['state'];
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  readonly bytes: number | null;
  /** Why it failed, as whoever recorded says. */
  readonly reason: string | null;
  /** When it was to stop; `null` while it may go on. */
  readonly stopAt: number | null;
  /** Why it was given up after nothing more was heard; anything later that is heard mends it. */
  readonly givenUp: string | null;
}

/** A part of which nothing is known but that it is wanted. */
export const wantedPart: PartFacts = {
  ...{ heard: 'ORDERED', startedAt: null, endedAt: null, bytes: null },
  ...{ reason: null, stopAt: null, givenUp: null },
};

/** What was heard comes in this order. A file that is there is there, even if a failure was told as well. */
const order = ['ORDERED', 'STARTING', 'RECORDING', 'FINISHING', 'FAILED', 'DONE'] as const;

/**
 * Takes in what was heard. The same again, and what is older than what is known, changes nothing, so
 * reports may come twice and in any order.
 */
export function hear(part: PartFacts, said: Observation): PartFacts {
  const isLater = order.indexOf(said.state) > order.indexOf(part.heard);
  return {
    heard: isLater ? said.state : part.heard,
    startedAt: earliest(part.startedAt, said.startedAt),
    endedAt: latest(part.endedAt, said.endedAt),
    bytes: latest(part.bytes, said.bytes),
    reason: firstWords(part.reason, said.reason),
    stopAt: part.stopAt,
    givenUp: isLater ? null : part.givenUp,
  };
}

/** Takes in that it is to stop; the first time that was said counts. */
export function stop(part: PartFacts, at: number): PartFacts {
  return { ...part, stopAt: earliest(part.stopAt, at) };
}

/** Takes in that nothing more is waited for; what is over stays as it is. */
export function giveUp(part: PartFacts, why: string): PartFacts {
  return isOver(part) ? part : { ...part, givenUp: why };
}

/** Where it stands. */
export function stateOf({ heard, stopAt, givenUp }: PartFacts): PartState {
  if (heard === 'DONE') return 'READY';
  if (heard === 'FAILED' || givenUp !== null) return 'FAILED';
  if (heard === 'FINISHING' || (stopAt !== null && heard !== 'ORDERED')) return 'PROCESSING';
  return heard === 'ORDERED' ? 'REQUESTED' : heard;
}

/** Why it failed; `null` where it did not. */
export function reasonOf(part: PartFacts): string | null {
  if (stateOf(part) !== 'FAILED') return null;
  return part.givenUp ?? part.reason ?? 'The recorder failed.';
}

/** Whether it goes on, or is about to. */
export function isOpen(part: PartFacts): boolean {
  return part.stopAt === null && ['REQUESTED', 'STARTING', 'RECORDING'].includes(stateOf(part));
}

/** Whether whoever says it records, or is about to. */
export function goesOn({ state }: Pick<Observation, 'state'>): boolean {
  return state === 'STARTING' || state === 'RECORDING';
}

/** Whether it was to stop, and whoever records has not said that it does. */
export function isToStop({ heard, stopAt }: PartFacts): boolean {
  return stopAt !== null && ['ORDERED', 'STARTING', 'RECORDING'].includes(heard);
}

/** Whether whoever recorded has said how it ended. */
export function isClosed({ heard }: PartFacts): boolean {
  return heard === 'DONE' || heard === 'FAILED';
}

/** Whether nothing will come of it any more. */
export function isOver(part: PartFacts): boolean {
  return ['READY', 'FAILED'].includes(stateOf(part));
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function latest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** One of two texts, whichever came first. */
function firstWords(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b;
}
