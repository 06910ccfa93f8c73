import type { OpenLog, SessionLog } from '../../sessions/sessions.ts';
import { checkMessageText } from '../domain/message-text.ts';
import { ChatMessageEntity } from '../store/chat-message-entity.ts';

export interface MessageRequest {
  readonly sessionId: string;
  /** Made by the sender's device; the same identifier is the same message. */
  readonly messageId: string;
  readonly authorId: string;
  readonly text: string;
}

export interface MessageRecord {
  readonly id: string;
  readonly seq: number;
  readonly authorId: string;
  readonly text: string;
  readonly sentAt: number;
}

export type SendAnswer =
  | { readonly message: MessageRecord }
  | { readonly rejected: 'EMPTY' | 'TOO_LONG' | 'UNREADABLE' | 'ID_TAKEN' | 'CLOSED' };

/** Keeps a message and gives it its place in the session's log; sent again, it is the one kept before. */
export class SendMessage {
  constructor(private readonly log: SessionLog) {}

  async run(request: MessageRequest): Promise<SendAnswer> {
    const checked = checkMessageText(request.text);
    if ('fault' in checked) return { rejected: checked.fault };
    const answer = await this.log.change(request.sessionId, (log) =>
      keep(log, request, checked.text),
    );
    return answer ?? { rejected: 'CLOSED' };
  }
}

async function keep(log: OpenLog, request: MessageRequest, text: string): Promise<SendAnswer> {
  const { sessionId, messageId, authorId } = request;
  const kept = await log.em.findOne(ChatMessageEntity, { sessionId, id: messageId });
  if (kept) return kept.authorId === authorId ? { message: kept } : { rejected: 'ID_TAKEN' };
  if (log.session.status === 'ENDED') return { rejected: 'CLOSED' };
  const { seq, at } = log.note({
    type: 'MESSAGE_SENT',
    personId: authorId,
    at: log.now,
    payload: { messageId },
  });
  const message = log.em.create(ChatMessageEntity, {
    sessionId,
    id: messageId,
    seq,
    authorId,
    text,
    sentAt: at,
  });
  return { message };
}
