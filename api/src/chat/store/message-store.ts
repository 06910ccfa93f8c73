import { type Database, isDuplicate } from '../../platform/database/database.ts';
import { noteStatement, type SessionLog } from '../../sessions/sessions.ts';
import { ChatMessageEntity } from './chat-message-entity.ts';

export interface NewMessage {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly sentAt: number;
}

/** A line of a session's chat. */
export class MessageRecord implements NewMessage {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly sentAt: number;

  constructor(
    message: NewMessage,
    /** Its place in the session's log. */
    readonly seq: number,
  ) {
    this.id = message.id;
    this.authorId = message.authorId;
    this.text = message.text;
    this.sentAt = message.sentAt;
  }
}

const statement = noteStatement(
  'chat-message',
  `insert into chat_message (session_id, id, seq, author_id, text, sent_at)
    select $1, $6, seq, $3, $7, $4 from place`,
);

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
    const rowAt = (seq: number) => new MessageRecord(message, seq);
    const along = { statement, values: [id, text], rowAt };
    try {
      const seq = await this.log.note({ sessionId, event }, along);
      return seq === null ? null : rowAt(seq);
    } catch (error) {
      if (isDuplicate(error)) return null;
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
