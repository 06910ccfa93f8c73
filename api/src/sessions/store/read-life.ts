import type { EntityManager } from '../../platform/database/database.ts';
import {
  type SessionEvent,
  type SessionEventType,
  sideEventTypes,
} from '../domain/session-event.ts';
import { replay, type SessionState } from '../domain/session-state.ts';
import { SessionEventEntity } from './session-event-entity.ts';

/** The states of the sessions, derived from their logs in one query. */
export async function readLife(
  em: EntityManager,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, SessionState>> {
  const rows = await em.find(
    SessionEventEntity,
    { sessionId: { $in: [...sessionIds] }, type: { $nin: [...sideEventTypes] } },
    { orderBy: { sessionId: 'asc', seq: 'asc' }, disableIdentityMap: true },
  );
  const events = Map.groupBy(rows, (row) => row.sessionId);
  return new Map(
    [...events].map(([sessionId, log]) => [sessionId, replay(log.map(toEvent))] as const),
  );
}

/** What the log of a session holds of these kinds, in order. */
export async function readEvents(
  em: EntityManager,
  sessionId: string,
  types: readonly SessionEventType[],
): Promise<readonly SessionEvent[]> {
  const rows = await em.find(
    SessionEventEntity,
    { sessionId, type: { $in: [...types] } },
    { orderBy: { seq: 'asc' }, disableIdentityMap: true },
  );
  return rows.map(toEvent);
}

/** What was stored is what a `NewEvent` was, so its payload has the shape of its type. */
function toEvent(row: SessionEventEntity): SessionEvent {
  const { type, personId, at, payload } = row;
  return { type, personId, at, payload } as unknown as SessionEvent;
}
