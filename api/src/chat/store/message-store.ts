import type { FileRecord } from '../../files/file-record.ts';
import { type Files, keepingFiles } from '../../files/files.ts';
import { type Database, isDuplicate } from '../../platform/database/database.ts';
import { noteStatement, type SessionLog } from '../../sessions/sessions.ts';
import { ChatMessageEntity } from './chat-message-entity.ts';

export interface NewMessage {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly sentAt: number;
  /** What goes with it, in order. */
  readonly files: readonly FileRecord[];
}

/** A line of a session's chat. */
export class MessageRecord implements NewMessage {
  readonly id: string;
  readonly authorId: string;
  readonly text: string;
  readonly sentAt: number;
  readonly files: readonly FileRecord[];

  constructor(
    message: NewMessage,
    /** Its place in the session's log. */
    readonly seq: number,
  ) {
    this.id = message.id;
    this.authorId = message.authorId;
    this.text = message.text;
    this.sentAt = message.sentAt;
    this.files = message.files;
  }
}

const statement = noteStatement(
  'chat-message-with-files',
  `insert into chat_message (session_id, id, seq, author_id, text, sent_at, file_ids)
    select $1, $6, seq, $3, $7, $4, $8::uuid[] from place`,
  keepingFiles('$8', '$1'),
);

/** Keeps and reads the chat of sessions. */
export class MessageStore {
  constructor(
    private readonly database: Database,
    private readonly log: SessionLog,
    private readonly files: Pick<Files, 'byIds'>,
  ) {}

  /** Puts a message into the session's log; `null` where the session has ended or the message is there already. */
  async add(sessionId: string, message: NewMessage): Promise<MessageRecord | null> {
    const { id, authorId, text, sentAt } = message;
    const payload = { messageId: id };
    const event = { type: 'MESSAGE_SENT', personId: authorId, at: sentAt, payload } as const;
    const rowAt = (seq: number) => new MessageRecord(message, seq);
    const fileIds = message.files.map((file) => file.id);
    const along = { statement, values: [id, text, fileIds], rowAt };
    try {
      const seq = await this.log.note({ sessionId, event }, along);
      return seq === null ? null : rowAt(seq);
    } catch (error) {
      if (isDuplicate(error)) return null;
      throw error;
    }
  }

  async find(sessionId: string, id: string): Promise<MessageRecord | null> {
    const row = await this.database
      .fork()
      .findOne(ChatMessageEntity, { sessionId, id }, { disableIdentityMap: true });
    const [record] = await this.records(row ? [row] : []);
    return record ?? null;
  }

  /** At most `first` messages behind a place, in order. */
  async after(sessionId: string, seq: number, first: number): Promise<readonly MessageRecord[]> {
    const rows = await this.database
      .fork()
      .find(
        ChatMessageEntity,
        { sessionId, seq: { $gt: seq } },
        { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
      );
    return await this.records(rows);
  }

  private async records(rows: readonly ChatMessageEntity[]): Promise<readonly MessageRecord[]> {
    const ids = rows.flatMap((row) => row.fileIds);
    const known = ids.length > 0 ? await this.files.byIds(ids) : new Map<string, FileRecord>();
    return rows.map((row) => {
      const files = row.fileIds.flatMap((id) => known.get(id) ?? []);
      const { id, authorId, text, sentAt, seq } = row;
      return new MessageRecord({ id, authorId, text, sentAt, files }, seq);
    });
  }
}
