import type { Clock } from '../../platform/clock.ts';
import { checkMessageText } from '../domain/message-text.ts';
import type { MessageRecord, MessageStore } from '../store/message-store.ts';

export interface MessageRequest {
  readonly sessionId: string;
  /** Made by the sender's device; the same identifier is the same message. */
  readonly messageId: string;
  readonly authorId: string;
  readonly text: string;
}

export type SendAnswer =
  | { readonly message: MessageRecord }
  | { readonly rejected: 'EMPTY' | 'TOO_LONG' | 'UNREADABLE' | 'ID_TAKEN' | 'CLOSED' };

/** Keeps a message and gives it its place in the session's log; sent again, it is the one kept before. */
export class SendMessage {
  constructor(
    private readonly messages: MessageStore,
    private readonly clock: Clock,
  ) {}

  async run({ sessionId, authorId, text: typed, ...request }: MessageRequest): Promise<SendAnswer> {
    // As the table writes it, so that it reads the same from there and as news.
    const messageId = request.messageId.toLowerCase();
    const checked = checkMessageText(typed);
    if ('fault' in checked) return { rejected: checked.fault };
    const { text } = checked;
    const sentAt = this.clock.now();
    const added = await this.messages.add(sessionId, { id: messageId, authorId, text, sentAt });
    if (added) return { message: added };
    const kept = await this.messages.find(sessionId, messageId);
    if (!kept) return { rejected: 'CLOSED' };
    return kept.authorId === authorId ? { message: kept } : { rejected: 'ID_TAKEN' };
  }
}
