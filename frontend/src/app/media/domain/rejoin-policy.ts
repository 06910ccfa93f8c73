/** What the person sees of the way into the call. */
export type Connection = 'outside' | 'connecting' | 'connected' | 'reconnecting' | 'over';

/** Attempts that are made before the person is offered to press a button; they go on after it. */
const patientAttempts = 3;

/** Whether so many attempts have failed that the person may want to press something. */
export function isStuck(failedAttempts: number): boolean {
  return failedAttempts >= patientAttempts;
}
