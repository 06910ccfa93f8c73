import type { EntityManager } from '../../platform/database/database.ts';
import type { Readiness } from '../domain/readiness.ts';

/** The newest check of each person, by their identifier. */
export type ReadinessByPerson = ReadonlyMap<string, Readiness>;

interface Row {
  readonly session_id: string;
  readonly person_id: string;
  readonly at: Date | string;
  readonly payload: Omit<Readiness, 'at'>;
}

/** Who has tried their devices for which session; the newest word of each, however often they did. */
export async function readReadiness(
  em: EntityManager,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, ReadinessByPerson>> {
  const rows: Row[] = await em.execute(
    `select distinct on (session_id, person_id) session_id, person_id, at, payload
      from session_event
      where type = 'READINESS_REPORTED' and session_id = any(?::uuid[])
      order by session_id, person_id, seq desc`,
    [`{${sessionIds.join(',')}}`],
  );
  const bySession = Map.groupBy(rows, (row) => row.session_id);
  return new Map(
    [...bySession].map(([sessionId, found]) => [
      sessionId,
      new Map(found.map((row) => [row.person_id, readinessOf(row)])),
    ]),
  );
}

function readinessOf({ at, payload }: Row): Readiness {
  return { ...payload, at: new Date(at).getTime() };
}
