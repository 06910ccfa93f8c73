import type { Database } from '../../platform/database/database.ts';
import type { SessionEventType } from '../domain/session-event.ts';
import { SessionEventEntity } from './session-event-entity.ts';

/** An event as it is shown to those who follow a session. */
export interface EventRecord {
  readonly seq: number;
  readonly type: SessionEventType;
  readonly personId: string | null;
  readonly at: number;
}

/** Reads a session's log in order. */
export class EventReader {
  constructor(private readonly database: Database) {}

  async after(sessionId: string, seq: number, first: number): Promise<readonly EventRecord[]> {
    return await this.database
      .fork()
      .find(
        SessionEventEntity,
        { sessionId, seq: { $gt: seq } },
        { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
      );
  }
}
