/** How long to wait before one more attempt. */
export interface BackOff {
  readonly firstMs: number;
  readonly mostMs: number;
}

/**
 * The wait before attempt `attempt` (from 1): doubled each time, up to a most, spread by `share`
 * (0 to 1) over its upper half so that many clients do not come back in the same instant.
 */
export function backOffMs({ firstMs, mostMs }: BackOff, attempt: number, share: number): number {
  const full = Math.min(mostMs, firstMs * 2 ** (Math.max(1, attempt) - 1));
  return Math.round(full / 2 + (full / 2) * share);
}
