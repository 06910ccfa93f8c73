import type { EntityManager } from '../../platform/database/database.ts';

/** When each person raised the hand that they have not lowered since. */
export type RaisedHands = ReadonlyMap<string, number>;

interface Row {
  readonly session_id: string;
  readonly person_id: string;
  readonly type: 'HAND_RAISED' | 'HAND_LOWERED';
  readonly at: Date | string;
}

/** The last that the logs say of the people's hands. */
export async function readHands(
  em: EntityManager,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, RaisedHands>> {
  const rows: Row[] = await em.execute(
    `select distinct on (session_id, person_id) session_id, person_id, type, at
      from session_event
      where type in ('HAND_RAISED', 'HAND_LOWERED') and session_id = any(?::uuid[])
      order by session_id, person_id, seq desc`,
    [`{${sessionIds.join(',')}}`],
  );
  const raised = rows.filter(({ type }) => type === 'HAND_RAISED');
  const bySession = Map.groupBy(raised, (row) => row.session_id);
  return new Map(
    [...bySession].map(([sessionId, found]) => [
      sessionId,
      new Map(found.map((row) => [row.person_id, new Date(row.at).getTime()])),
    ]),
  );
}
