import type { Clock } from '../../platform/clock.ts';
import type { Observation } from '../../sessions/sessions.ts';
import { compareRoster, type RosterDifference } from '../domain/compare-roster.ts';
import type { RoomRoster } from '../roster.ts';
import type { ConnectionStore } from '../store/connection-store.ts';
import type { ObservePresence } from './observe-presence.ts';

export interface ReconcileOptions {
  readonly roster: RoomRoster;
  readonly connections: ConnectionStore;
  readonly observe: ObservePresence;
  readonly clock: Clock;
}

/** Compares a session's log with the media server's own list, and mends what notices have missed. */
export class ReconcileRoom {
  constructor(private readonly options: ReconcileOptions) {}

  /** Rejects when the media server cannot be asked. */
  async run(sessionId: string): Promise<void> {
    const { roster, connections, observe, clock } = this.options;
    const askedAt = clock.now();
    const inRoom = await roster.inRoom(sessionId);
    const known = await connections.ofSession(sessionId);
    const difference = compareRoster(known, inRoom, askedAt);
    await connections.confirm(sessionId, difference.confirmed, askedAt);
    await observe.run(sessionId, toObservations(difference, askedAt));
  }

  /** The media server is away, and everybody's media with it: dated back to when it was last heard of. */
  async withoutServer(sessionId: string): Promise<void> {
    const { connections, observe, clock } = this.options;
    const known = await connections.ofSession(sessionId);
    const askedAt = clock.now();
    const difference = compareRoster(known, [], askedAt);
    await observe.run(sessionId, toObservations(difference, askedAt));
  }
}

function toObservations(difference: RosterDifference, at: number): readonly Observation[] {
  return [
    ...difference.lost.map(
      ({ sid, lastSeenAt }) => ({ kind: 'LOST', sid, lastSeenAt, at }) as const,
    ),
    ...difference.found.map((sid) => ({ kind: 'SEEN', sid, at }) as const),
    ...difference.joined.map(
      ({ personId, connectionId, sid, joinedAt }) =>
        ({ kind: 'JOINED', personId, connectionId, sid, at: Math.min(joinedAt, at) }) as const,
    ),
  ];
}
