import { endOf, type Connection } from './connections.ts';
import type { LeaveReason } from './session-event.ts';
import type { SessionState } from './session-state.ts';

/** One continuous stay of one connection in the room. */
export interface Participation {
  readonly sid: string;
  readonly personId: string;
  readonly connectionId: string;
  readonly joinedAt: number;
  readonly leftAt: number | null;
  readonly reason: LeaveReason | null;
}

/** Every stay of every connection, by arrival; none goes beyond the end of the session. */
export function participations(state: SessionState): readonly Participation[] {
  const endedAt = state.status === 'ENDED' ? state.endedAt : null;
  return [...state.connections.values()]
    .flatMap((connection) => toParticipation(connection, endedAt))
    .sort((a, b) => a.joinedAt - b.joinedAt || (a.sid < b.sid ? -1 : 1));
}

function toParticipation(connection: Connection, endedAt: number | null): readonly Participation[] {
  const { sid, owner, joinedAt, left } = connection;
  if (!owner || joinedAt === null) return [];
  const end = endOf(connection);
  const base = { sid, ...owner, joinedAt };
  if (endedAt !== null && (end === null || end >= endedAt)) {
    return [{ ...base, leftAt: Math.max(joinedAt, endedAt), reason: 'SESSION_OVER' }];
  }
  if (end === null) return [{ ...base, leftAt: null, reason: null }];
  return [{ ...base, leftAt: Math.max(joinedAt, end), reason: left?.reason ?? 'UNKNOWN' }];
}
