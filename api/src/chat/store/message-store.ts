import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Database } from '../../platform/database/database.ts';
import type { SessionLog } from '../../sessions/sessions.ts';
import { ChatMessageEntity } from './chat-message-entity.ts';

/** A line of a session's chat. */
export interface MessageRecord {
  readonly id: string;
  /** Its place in the session's log. */
  readonly seq: number;
  readonly authorId: string;
  readonly text: string;
  readonly sentAt: number;
}

export type NewMessage = Omit<MessageRecord, 'seq'>;

/** Keeps and reads the chat of sessions. */
export class MessageStore {
  constructor(
    private readonly database: Database,
    private readonly log: SessionLog,
  ) {}

  /** Puts a message into the session's log; `null` where the session has ended or the message is there already. */
  async add(sessionId: string, message: NewMessage): Promise<MessageRecord | null> {
    const { id, authorId, text, sentAt } = message;
    const payload = { messageId: id };
    const event = { type: 'MESSAGE_SENT', personId: authorId, at: sentAt, payload } as const;
    try {
      const seq = await this.log.note(
        { sessionId, event },
        {
          sql: `insert into chat_message (session_id, id, seq, author_id, text, sent_at)
              select ?, ?, seq, ?, ?, ? from place`,
          values: [sessionId, id, authorId, text, new Date(sentAt).toISOString()],
        },
      );
      return seq === null ? null : { ...message, seq };
    } catch (error) {
      if (error instanceof UniqueConstraintViolationException) return null;
      throw error;
    }
  }

  async find(sessionId: string, id: string): Promise<MessageRecord | null> {
    return await this.database
      .fork()
      .findOne(ChatMessageEntity, { sessionId, id }, { disableIdentityMap: true });
  }

  /** At most `first` messages behind a place, in order. */
  async after(sessionId: string, seq: number, first: number): Promise<readonly MessageRecord[]> {
    return await this.database
      .fork()
      .find(
        ChatMessageEntity,
        { sessionId, seq: { $gt: seq } },
        { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
      );
  }
}
