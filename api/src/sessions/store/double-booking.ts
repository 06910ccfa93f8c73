import type { EntityManager } from '../../platform/database/database.ts';

/** Lets only one transaction at a time plan for these people, in an order that cannot deadlock. */
export async function lockPeople(em: EntityManager, people: readonly string[]): Promise<void> {
  for (const personId of [...people].sort()) {
    await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 1))`, [personId]);
  }
}

/** The first of these people who has a session that overlaps the time; `null` where all are free. */
export async function findBusy(
  em: EntityManager,
  people: readonly string[],
  time: { readonly startsAt: number; readonly endsAt: number },
): Promise<string | null> {
  for (const personId of people) {
    const rows: unknown[] = await em.execute(
      `select 1 from session
        where (mentor_id = ? or learner_id = ?) and status <> 'ENDED'
          and starts_at < ?::timestamptz and ends_at > ?::timestamptz
        limit 1`,
      [
        personId,
        personId,
        new Date(time.endsAt).toISOString(),
        new Date(time.startsAt).toISOString(),
      ],
    );
    if (rows.length > 0) return personId;
  }
  return null;
}
