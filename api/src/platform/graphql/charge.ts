import type { Allowances, Quota } from '../allowances/allowances.ts';
import { tooMany } from './errors.ts';

/** Counts what somebody does; throws `TOO_MANY_REQUESTS` where that is too often. */
export async function charge(allowances: Allowances, quota: Quota, key: string): Promise<void> {
  const waitMs = await allowances.take(quota, key);
  if (waitMs > 0) throw tooMany(waitMs);
}
