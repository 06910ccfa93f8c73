import type { Pool } from 'pg';

const atOnce = 500;
const dayMs = 24 * 3600_000;

/**
 * Rows of the sign-in library that mean nothing any more: sign-ins and links whose time is over, and
 * counts of attempts, each with somebody's address. By itself it removes only those that it meets.
 */
export class ExpiredRows {
  constructor(private readonly pool: Pool) {}

  /** Removes a portion of them; says how many. */
  async forget(now: number): Promise<number> {
    const before = new Date(now - dayMs);
    const counts = [
      await this.remove(`"session" where "expiresAt" < $1`, before),
      await this.remove(`"verification" where "expiresAt" < $1`, before),
      await this.remove(`"rateLimit" where "lastRequest" < $1`, before.getTime()),
    ];
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async remove(expired: string, before: Date | number): Promise<number> {
    const [table = ''] = expired.split(' ', 1);
    const { rowCount } = await this.pool.query(
      `delete from ${table} where id in (
         select id from ${expired} limit ${String(atOnce)} for update skip locked)`,
      [before],
    );
    return rowCount ?? 0;
  }
}
