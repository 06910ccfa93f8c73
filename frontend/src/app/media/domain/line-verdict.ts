import { type Ladder, type Rung, type Verdict, isSettling } from './quality-ladder';

/** What was measured of what we send since the last look; `null` for what nobody knows. Shares go from 0 to 1. */
export interface SentLine {
  readonly loss: number | null;
  readonly soundLoss: number | null;
  readonly roundTripMs: number | null;
  /** What the browser believes that the line carries. */
  readonly availableBps: number | null;
  /** The browser sends less of the picture than it may, because of the line and not of the machine. */
  readonly isHeldBack: boolean;
}

/** What was measured of what we receive since the last look. */
export interface ReceivedLine {
  readonly loss: number | null;
  readonly roundTripMs: number | null;
  /** How much of the sound was made up, because it had not come. */
  readonly concealed: number | null;
  /** How much of the time the picture stood still. */
  readonly frozen: number | null;
}

/** From where on something is no longer good, is bad, and is a collapse. */
type Limits = readonly [fair: number, bad: number, collapsed: number];

const limits = {
  loss: [0.03, 0.1, 0.25],
  soundLoss: [0.03, 0.08, 0.15],
  roundTripMs: [600, 1500, 3000],
  concealed: [0.04, 0.1, 0.2],
  frozen: [0.2, 0.5, Infinity],
} as const satisfies Readonly<Record<string, Limits>>;

/** What each rung needs to be worth its name, with sound. */
const neededBps: Readonly<Record<Rung, number>> = {
  full: 400_000,
  medium: 250_000,
  low: 130_000,
  off: 0,
};
const comfort = 1.25;

/** How what we send from this rung gets through. A machine that is too slow is no matter of the line. */
export function sentVerdict(line: SentLine, ladder: Ladder, now: number): Verdict {
  const room = roomVerdict(line, ladder.rung);
  return worst([
    graded(line.loss, limits.loss),
    graded(line.soundLoss, limits.soundLoss),
    graded(line.roundTripMs, limits.roundTripMs),
    // The browser takes its time to find out that there is more room than before.
    room === 'bad' && isSettling(ladder, now) ? 'fair' : room,
  ]);
}

/** How what is sent to us gets through. Gaps and frozen pictures count where the line shows that it is to blame. */
export function receivedVerdict(line: ReceivedLine): Verdict {
  const [loss, roundTrip] = [line.loss ?? 0, line.roundTripMs ?? 0];
  const isLineToBlame = loss >= limits.loss[0] || roundTrip >= limits.roundTripMs[0];
  return worst([
    graded(line.loss, limits.loss),
    graded(line.roundTripMs, limits.roundTripMs),
    isLineToBlame ? graded(line.concealed, limits.concealed) : null,
    isLineToBlame ? graded(line.frozen, limits.frozen) : null,
  ]);
}

/** What is left to judge our own line by, while packets are lost before they come near it. */
export function beyondTheirs(line: ReceivedLine): ReceivedLine {
  return { ...line, loss: null, concealed: null, frozen: null };
}

function roomVerdict({ availableBps, isHeldBack }: SentLine, rung: Rung): Verdict {
  if (availableBps === null || !isHeldBack) return null;
  if (availableBps < neededBps[rung]) return 'bad';
  return availableBps < neededBps[rung] * comfort ? 'fair' : 'good';
}

function graded(value: number | null, [fair, bad, collapsed]: Limits): Verdict {
  if (value === null) return null;
  if (value >= collapsed) return 'collapsed';
  if (value >= bad) return 'bad';
  return value >= fair ? 'fair' : 'good';
}

const byWeight: readonly Verdict[] = ['collapsed', 'bad', 'fair', 'good'];

function worst(verdicts: readonly Verdict[]): Verdict {
  return byWeight.find((verdict) => verdicts.includes(verdict)) ?? null;
}
