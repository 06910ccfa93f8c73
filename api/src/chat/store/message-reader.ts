import type { Database } from '../../platform/database/database.ts';
import { ChatMessageEntity } from './chat-message-entity.ts';
import type { MessageRecord } from '../use-cases/send-message.ts';

/** Reads a session's messages in their order. */
export class MessageReader {
  constructor(private readonly database: Database) {}

  async after(sessionId: string, seq: number, first: number): Promise<readonly MessageRecord[]> {
    return await this.database.fork().find(
      ChatMessageEntity,
      { sessionId, seq: { $gt: seq } },
      { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
    );
  }
}
