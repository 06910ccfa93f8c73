const firstMs = 5000;
const longestMs = 5 * 60_000;
/** By how much a pause may be longer or shorter, so that what failed together is not tried together. */
const spread = 0.25;

export interface FailedAttempt {
  /** How many there were, this one included. */
  readonly attempts: number;
  readonly mostAttempts: number;
  readonly expiresAt: number;
  readonly isPermanent: boolean;
  /** From 0 to 1, another for each delivery. */
  readonly luck: number;
}

/** How long to wait after so many attempts: 5 seconds, then twice as long each time, up to 5 minutes. */
export function pauseMs(attempts: number, luck: number): number {
  const usual = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(usual * (1 - spread + 2 * spread * luck));
}

/** When to try again, on a whole second so that many share one alarm; `null`: not any more. */
export function nextAttemptAt(failed: FailedAttempt, now: number): number | null {
  const { attempts, mostAttempts, expiresAt, isPermanent, luck } = failed;
  if (isPermanent || attempts >= mostAttempts) return null;
  const at = Math.ceil((now + pauseMs(attempts, luck)) / 1000) * 1000;
  return at < expiresAt ? at : null;
}
