import type { Database } from '../../platform/database/database.ts';
import type { EventRecord } from '../session-events.ts';
import { SessionEventEntity } from './session-event-entity.ts';

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
