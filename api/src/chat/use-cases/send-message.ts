import type { FileRecord } from '../../files/file-record.ts';
import type { Files } from '../../files/files.ts';
import type { Clock } from '../../platform/clock.ts';
import { checkMessageText } from '../domain/message-text.ts';
import type { MessageRecord, MessageStore } from '../store/message-store.ts';

export interface MessageRequest {
  readonly sessionId: string;
  /** Made by the sender's device; the same identifier is the same message. */
  readonly messageId: string;
  readonly authorId: string;
  readonly text: string;
  /** What the author has uploaded to go with it, in order. */
  readonly fileIds?: readonly string[];
}

type Fault = 'EMPTY' | 'TOO_LONG' | 'UNREADABLE' | 'TOO_MANY_FILES' | 'FILE_GONE';

export type SendAnswer =
  { readonly message: MessageRecord } | { readonly rejected: Fault | 'ID_TAKEN' | 'CLOSED' };

export interface SendOptions {
  readonly messages: MessageStore;
  readonly files: Pick<Files, 'byIds'>;
  readonly clock: Clock;
}

/** So many files may go with one message. */
const mostFiles = 10;

/** Keeps a message and gives it its place in the session's log; sent again, it is the one kept before. */
export class SendMessage {
  constructor(private readonly options: SendOptions) {}

  async run(request: MessageRequest): Promise<SendAnswer> {
    const { messages, clock } = this.options;
    const { sessionId, authorId } = request;
    // As the table writes it, so that it reads the same from there and as news.
    const id = request.messageId.toLowerCase();
    const fileIds = [...new Set((request.fileIds ?? []).map((fileId) => fileId.toLowerCase()))];
    const checked = checkMessageText(request.text, fileIds.length > 0);
    if ('fault' in checked) return { rejected: checked.fault };
    if (fileIds.length > mostFiles) return { rejected: 'TOO_MANY_FILES' };
    const files = await this.freeFiles({ ...request, fileIds });
    const message = { id, authorId, text: checked.text, sentAt: clock.now(), files: files ?? [] };
    const added = files && (await messages.add(sessionId, message));
    if (added) return { message: added };
    const kept = await messages.find(sessionId, id);
    if (!kept) return { rejected: files ? 'CLOSED' : 'FILE_GONE' };
    return kept.authorId === authorId ? { message: kept } : { rejected: 'ID_TAKEN' };
  }

  /** The author's own files that no message has yet; `null` where not all of them are. */
  private async freeFiles(
    request: Required<MessageRequest>,
  ): Promise<readonly FileRecord[] | null> {
    const { fileIds, sessionId, authorId } = request;
    if (fileIds.length === 0) return [];
    const known = await this.options.files.byIds(fileIds);
    const files = fileIds.flatMap((id) => known.get(id) ?? []);
    const areFree = files.every(
      (file) =>
        file.sessionId === sessionId.toLowerCase() &&
        file.ownerId === authorId &&
        file.expiresAt !== null,
    );
    return areFree && files.length === fileIds.length ? files : null;
  }
}
