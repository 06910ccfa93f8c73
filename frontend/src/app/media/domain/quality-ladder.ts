/** How much of a picture goes one way. Sound is the same on every rung. */
export type Rung = 'full' | 'medium' | 'low' | 'off';

/** What one look at the line says of it; `null` where it says nothing. */
export type Verdict = 'good' | 'fair' | 'bad' | 'collapsed' | null;

/** Where one direction stands, and what leads away from there. */
export interface Ladder {
  readonly rung: Rung;
  readonly lookedAt: number | null;
  /** How much trouble there was without a really good look between. */
  readonly badMs: number;
  readonly collapsedMs: number;
  /** How long it has been good, with doubtful looks left out. */
  readonly goodMs: number;
  /** When it last went up. */
  readonly roseAt: number | null;
  /** How long it must be good before it goes up. */
  readonly patienceMs: number;
}

const rungs: readonly Rung[] = ['full', 'medium', 'low', 'off'];

/** A few bad seconds; of a collapse even fewer, because sound is at stake. */
const downAfterMs = 5000;
const collapseAfterMs = 3000;
/** A step up that fails within so long was too early, and the next one waits twice as long. */
export const provenAfterMs = 60_000;
/** How long the rung above is tried before it is judged by the room that the browser finds. */
const settlesAfterMs = 12_000;
export const patience = { firstMs: 10_000, mostMs: 160_000 } as const;
/** What was known of a line so long ago is no longer true. */
const forgottenAfterMs = 60_000;
/** One look speaks for no more time than that, however long ago the last one was. */
const mostPerLookMs = 4000;

export const topOfLadder: Ladder = {
  rung: 'full',
  lookedAt: null,
  badMs: 0,
  collapsedMs: 0,
  goodMs: 0,
  roseAt: null,
  patienceMs: patience.firstMs,
};

/** Where a direction stands after another look: down quickly, up slowly, and ever slower where that failed. */
export function nextOnLadder(ladder: Ladder, verdict: Verdict, now: number): Ladder {
  const seen = withLook(isForgotten(ladder, now) ? topOfLadder : ladder, verdict, now);
  const at = rungs.indexOf(seen.rung);
  if (seen.collapsedMs >= collapseAfterMs) return stepped(seen, rungs.length - 1, now);
  if (seen.badMs >= downAfterMs) return stepped(seen, Math.min(at + 1, rungs.length - 1), now);
  if (at > 0 && seen.goodMs >= seen.patienceMs) return stepped(seen, at - 1, now);
  return seen;
}

/** Whether the first is less of a picture than the second. */
export function isBelow(one: Rung, other: Rung): boolean {
  return rungs.indexOf(one) > rungs.indexOf(other);
}

/** Whether it went up but a moment ago. */
export function isSettling({ roseAt }: Ladder, now: number): boolean {
  return roseAt !== null && now - roseAt < settlesAfterMs;
}

function isForgotten({ lookedAt }: Ladder, now: number): boolean {
  return lookedAt !== null && now - lookedAt > forgottenAfterMs;
}

function withLook(ladder: Ladder, verdict: Verdict, now: number): Ladder {
  const { lookedAt, roseAt, badMs, collapsedMs, goodMs } = ladder;
  const passedMs = Math.min(Math.max(0, now - (lookedAt ?? now)), mostPerLookMs);
  const isProven = roseAt !== null && now - roseAt >= provenAfterMs;
  const known = isProven ? { ...ladder, roseAt: null, patienceMs: patience.firstMs } : ladder;
  const seen = { ...known, lookedAt: now };
  switch (verdict) {
    case 'good':
      return { ...seen, badMs: 0, collapsedMs: 0, goodMs: goodMs + passedMs };
    case 'fair':
      return { ...seen, badMs: Math.max(0, badMs - passedMs), collapsedMs: 0 };
    case 'bad':
      return { ...seen, badMs: badMs + passedMs, goodMs: 0 };
    case 'collapsed':
      return {
        ...seen,
        badMs: badMs + passedMs,
        collapsedMs: collapsedMs + passedMs,
        goodMs: 0,
      };
    case null:
      return seen;
    default:
      return verdict satisfies never;
  }
}

function stepped(ladder: Ladder, to: number, now: number): Ladder {
  const rung = rungs[to] ?? ladder.rung;
  const counted = { ...ladder, rung, badMs: 0, collapsedMs: 0, goodMs: 0 };
  if (isBelow(ladder.rung, rung)) return { ...counted, roseAt: now };
  if (rung === ladder.rung || ladder.roseAt === null) return counted;
  const patienceMs = Math.min(ladder.patienceMs * 2, patience.mostMs);
  return { ...counted, roseAt: null, patienceMs };
}
