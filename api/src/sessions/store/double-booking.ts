import type { EntityManager } from '../../platform/database/database.ts';

/** Lets only one transaction at a time plan for these people, in an order that cannot deadlock. */
export async function lockPeople(em: EntityManager, people: readonly string[]): Promise<void> {
  for (const personId of [...people].sort()) {
    await em.execute(`select pg_advisory_xact_lock(hashtextextended(?, 1))`, [personId]);
  }
}

/** When these people have sessions, within a transaction where one is given. */
export type BusyTimes = (
  people: readonly string[],
  during: { readonly from: number; readonly to: number },
  em?: EntityManager,
) => Promise<readonly BusyTime[]>;

interface BusyTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** All times within `during` at which one of the people has a session that has not ended. */
export async function readBusyTimes(
  em: EntityManager,
  people: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly BusyTime[]> {
  if (from >= to) return [];
  const during = [new Date(from).toISOString(), new Date(to).toISOString()];
  const rows: { starts_at: number; ends_at: number }[] = await em.execute(
    `select (extract(epoch from lower(during)) * 1000)::float8 as starts_at,
        (extract(epoch from upper(during)) * 1000)::float8 as ends_at
      from booking where person_id in (?) and during && tstzrange(?, ?)`,
    [[...people], ...during],
  );
  return rows.map((row) => ({ startsAt: row.starts_at, endsAt: row.ends_at }));
}

/** How many sessions of these two are still to start. */
export async function countComing(
  em: EntityManager,
  { mentorId, learnerId }: { readonly mentorId: string; readonly learnerId: string },
  now: number,
): Promise<number> {
  const rows: { count: number }[] = await em.execute(
    `select count(*)::integer as count from session
      where learner_id = ? and mentor_id = ? and status <> 'ENDED' and starts_at > ?`,
    [learnerId, mentorId, new Date(now).toISOString()],
  );
  return rows[0]?.count ?? 0;
}

export interface WantedTime {
  readonly startsAt: number;
  readonly endsAt: number;
  /** A session that is not in its own way. */
  readonly besides?: string;
}

/** The first of these people who has a session that overlaps the time; `null` where all are free. */
export async function findBusy(
  em: EntityManager,
  people: readonly string[],
  { startsAt, endsAt, besides }: WantedTime,
): Promise<string | null> {
  const during = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  for (const personId of people) {
    const rows: unknown[] = await em.execute(
      `select 1 from booking
        where person_id = ? and during && tstzrange(?, ?) and session_id is distinct from ?
        limit 1`,
      [personId, ...during, besides ?? null],
    );
    if (rows.length > 0) return personId;
  }
  return null;
}
