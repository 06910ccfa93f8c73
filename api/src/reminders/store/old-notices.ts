import type { Database } from '../../platform/database/database.ts';
import { iso } from './sql.ts';

const atOnce = 500;
const dayMs = 24 * 3600_000;

/**
 * Notices that nobody needs any more, and their deliveries with them. Only what has been of no use for
 * that long is removed, because what is still of use would be derived from its session again.
 */
export class OldNotices {
  constructor(
    private readonly database: Database,
    private readonly keptDays: number,
  ) {}

  /** Removes a portion of them; says how many. */
  async forget(now: number): Promise<number> {
    const rows = await this.database.fork().execute<object[]>(
      `delete from notice where id in (
         select id from notice where expires_at < ? order by expires_at limit ?
           for update skip locked)
         returning id`,
      [iso(now - this.keptDays * dayMs), atOnce],
    );
    return rows.length;
  }
}
