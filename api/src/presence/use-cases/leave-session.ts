import type { Clock } from '../../platform/clock.ts';
import type { LeaveReason } from '../../sessions/sessions.ts';
import type { RoomPage } from '../roster.ts';
import type { ConnectionStore } from '../store/connection-store.ts';
import type { ObservePresence } from './observe-presence.ts';

export interface LeaveRequest {
  readonly sessionId: string;
  readonly personId: string;
  readonly connectionId: string;
  readonly reason: LeaveReason;
}

export interface LeaveOptions {
  readonly connections: ConnectionStore;
  readonly observe: ObservePresence;
  readonly clock: Clock;
  /** Ends the page's connection to the room, some time soon. */
  readonly putOut: (sessionId: string, page: RoomPage) => void;
}

/** A person's own word that one of their pages leaves; nothing happens where it was not in the room. */
export class LeaveSession {
  constructor(private readonly options: LeaveOptions) {}

  async run({ sessionId, personId, connectionId, reason }: LeaveRequest): Promise<void> {
    const { connections, observe, clock, putOut } = this.options;
    const open = await connections.openOf(sessionId, personId, connectionId);
    const at = clock.now();
    await observe.run(
      sessionId,
      open.map((sid) => ({ kind: 'LEFT', sid, personId, reason, at }) as const),
    );
    // Nobody goes on talking in a room that they have left by their own word.
    putOut(sessionId, { personId, connectionId });
  }
}
