/** Held by the tab that makes this part: while it is, more pieces come. */
export function partLock(partId: string): string {
  return `recording-part.${partId}`;
}

/** Held by the tab that records this session, of all tabs of a browser. */
export function recorderLock(sessionId: string): string {
  return `recorder.${sessionId}`;
}
