/**
 * When something happened that LiveKit stamps in whole seconds: a notice that comes within that
 * second is as exact as its arrival, and a late one happened at the latest when its second ended.
 */
export function noticeInstant(stampSeconds: number, receivedAt: number): number {
  const from = stampSeconds * 1000;
  const to = from + 999;
  return Math.min(Math.max(receivedAt, from), to);
}
