import { isOpen, type PartFacts, stateOf } from './part.ts';

/** A part and when something last changed about it. */
export interface TimedPart extends PartFacts {
  readonly heardAt: number;
}

const firstWaitMs = 10_000;
const longestWaitMs = 5 * 60_000;
/** So many failures in a row are enough to know that it will not work. */
const mostFailures = 10;

/** Whether another part is to be begun, where both want it: not beside an open one, and less often the more fail. */
export function isPartDue(parts: readonly TimedPart[], now: number): boolean {
  if (parts.some(isOpen)) return false;
  const failures = parts.length - 1 - parts.findLastIndex((part) => stateOf(part) !== 'FAILED');
  const last = parts.at(-1);
  if (failures === 0 || !last) return true;
  const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
  return failures < mostFailures && now >= last.heardAt + waitMs;
}
