import { isClosed, isOver, type PartFacts, stateOf } from './part.ts';
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
const nothing: Measure = { does: 'NOTHING' };

/** What is to be done about a part of a recorder. It is `isLost` where the recorder does not know it. */
export function watchRecorder(part: WatchedPart, now: number, isLost: boolean): Measure {
  if (isOver(part)) return nothing;
  const state = stateOf(part);
  const isYoung = now < part.requestedAt + startMs;
  if (isLost && !isYoung) return givingUp('The recorder does not know it any more.');
  if (state === 'REQUESTED' || state === 'STARTING') {
    return isYoung ? nothing : givingUp('The recorder did not start.');
  }
  if (state === 'RECORDING') return nothing;
  const since = Math.max(part.stopAt ?? 0, part.heardAt);
  return now < since + processingMs ? nothing : givingUp('The file did not come.');
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
