/** What of a file is wanted: all of it, a part of it, or a part that it does not have. */
export type WantedRange =
  { readonly first: number; readonly last: number } | 'ALL' | 'UNSATISFIABLE';

/** Reads the `Range` of a request (RFC 9110). One range is answered; what is not understood means all. */
export function wantedRange(header: string | undefined, bytes: number): WantedRange {
  const asked = header ?? '';
  const end = /^bytes=-(\d{1,15})$/.exec(asked);
  if (end) return lastOnes(Number(end[1]), bytes);
  const part = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(asked);
  if (!part) return 'ALL';
  const first = Number(part[1]);
  const last = part[2] === '' ? bytes - 1 : Number(part[2]);
  if (first >= bytes) return 'UNSATISFIABLE';
  return last < first ? 'ALL' : { first, last: Math.min(last, bytes - 1) };
}

function lastOnes(count: number, bytes: number): WantedRange {
  if (count === 0 || bytes === 0) return 'UNSATISFIABLE';
  return { first: Math.max(0, bytes - count), last: bytes - 1 };
}
