import { isUncut } from './hear-recorder.ts';
import { giveUp, isClosed, isOver, isToStop, type PartFacts, stateOf, stop } from './part.ts';
import { isWhole } from './upload.ts';

/** A part and what its watch goes by. */
export interface WatchedPart extends PartFacts {
  readonly requestedAt: number;
  readonly heardAt: number;
  readonly nextPiece: number;
  readonly pieces: number | null;
}

/** What is to be done about a part: give it up, make a file of what came, or nothing yet. */
export type Measure =
  { readonly does: 'GIVE_UP'; readonly why: string } | { readonly does: 'JOIN' | 'NOTHING' };

const startMs = 60_000;
const processingMs = 15 * 60_000;
/** A room that is over has let go of its recorder long before. */
const runOnMs = 60 * 60_000;
const noAnswer = 'The recorder could not be reached.';
const nothing: Measure = { does: 'NOTHING' };

/** What is to be done about a part of a recorder. It is `isLost` where the recorder does not know it. */
export function watchRecorder(part: WatchedPart, now: number, isLost: boolean): Measure {
  if (isOver(part)) return nothing;
  if (isUncut(part)) return { does: 'JOIN' };
  if (isLost && now >= part.heardAt + startMs) {
    return givingUp('The recorder does not know it any more.');
  }
  const patience = patienceWith(part);
  return patience && now >= patience.until ? givingUp(patience.why) : nothing;
}

/** How long the next that is heard of it is waited for; `null` where nothing need be. */
function patienceWith(part: WatchedPart): Patience | null {
  switch (stateOf(part)) {
    case 'REQUESTED':
      return { until: part.heardAt + startMs, why: noAnswer };
    case 'STARTING':
      return { until: part.heardAt + startMs, why: 'The recorder did not start.' };
    case 'PROCESSING': {
      const since = Math.max(part.stopAt ?? 0, part.heardAt);
      return { until: since + processingMs, why: 'The file did not come.' };
    }
    default:
      return null;
  }
}

/** Takes in that the recorder did not answer an order: for a minute it is asked again. */
export function missAnswer(part: WatchedPart, now: number): PartFacts {
  if (part.heard !== 'ORDERED' || now < part.requestedAt + startMs) return part;
  return giveUp(stop(part, now), noAnswer);
}

/** Whether a recorder may still be at a part that is over, so that it is told again to stop. */
export function mayRunOn(part: WatchedPart, now: number): boolean {
  return isToStop(part) && now < (part.stopAt ?? 0) + runOnMs;
}

/** What is to be done about a part of a browser, of which pieces are taken until `uploadsUntil`. */
export function watchBrowser(part: WatchedPart, now: number, uploadsUntil: number | null): Measure {
  if (isClosed(part)) return nothing;
  const isLate = uploadsUntil !== null && now >= uploadsUntil;
  if (isWhole(part) || (isLate && part.nextPiece > 0)) return { does: 'JOIN' };
  if (isOver(part)) return nothing;
  if (isLate) return givingUp('Nothing of it has arrived.');
  const isSilent = part.heard === 'STARTING' && now >= part.requestedAt + startMs;
  return isSilent ? givingUp('The browser has sent nothing.') : nothing;
}

function givingUp(why: string): Measure {
  return { does: 'GIVE_UP', why };
}

interface Patience {
  readonly until: number;
  readonly why: string;
}
