import type { ChatFile } from './chat-file';

/** A line as the server keeps it. */
export interface SentMessage {
  readonly id: string;
  readonly text: string;
  readonly files: readonly ChatFile[];
  readonly sentAt: number;
  readonly authorId: string;
  readonly authorName: string;
}

/** How one of our own lines stands; `waiting` is for a connection, and goes on by itself. */
export type Delivery = 'sending' | 'waiting' | 'sent' | 'failed';

/** One of our own lines that has not come back on the stream yet. */
export interface Draft {
  readonly id: string;
  readonly text: string;
  readonly files: readonly ChatFile[];
  readonly writtenAt: number;
  readonly delivery: Delivery;
}

/** All lines: the server's in its order, then our own that are on the way. Each exactly once, by id. */
export interface ChatLog {
  readonly messages: readonly SentMessage[];
  readonly drafts: readonly Draft[];
}

export const emptyLog: ChatLog = { messages: [], drafts: [] };

/** The log with a line of the stream; a line that was there already changes nothing. */
export function received(log: ChatLog, message: SentMessage): ChatLog {
  if (log.messages.some(({ id }) => id === message.id)) return log;
  return {
    messages: [...log.messages, message],
    drafts: log.drafts.filter(({ id }) => id !== message.id),
  };
}

/** The log with a line that was just written and is shown at once. */
export function written(log: ChatLog, draft: Omit<Draft, 'delivery'>): ChatLog {
  if (log.drafts.some(({ id }) => id === draft.id)) return log;
  return { ...log, drafts: [...log.drafts, { ...draft, delivery: 'sending' }] };
}

/** The log with a new word on one of our own lines. It stays where it is until the stream brings it. */
export function delivered(log: ChatLog, id: string, delivery: Delivery): ChatLog {
  const drafts = log.drafts.map((draft) => (draft.id === id ? { ...draft, delivery } : draft));
  return { ...log, drafts };
}

/** The log without one of our own lines, which is not to be sent any more. */
export function discarded(log: ChatLog, id: string): ChatLog {
  return { ...log, drafts: log.drafts.filter((draft) => draft.id !== id) };
}

/** Which of our own lines is to be sent next: the first that is on the way, so that they stay in order. */
export function nextToSend(log: ChatLog): Draft | null {
  return (
    log.drafts.find(({ delivery }) => delivery === 'sending' || delivery === 'waiting') ?? null
  );
}

/** How many lines of others came after the last one that was seen. */
export function unreadCount(log: ChatLog, lastSeenId: string | null, selfId: string): number {
  return unread(log, lastSeenId, selfId).length;
}

/** The first line of others that was not seen. */
export function firstUnreadId(
  log: ChatLog,
  lastSeenId: string | null,
  selfId: string,
): string | null {
  return unread(log, lastSeenId, selfId)[0]?.id ?? null;
}

function unread(log: ChatLog, lastSeenId: string | null, selfId: string): readonly SentMessage[] {
  const seen = log.messages.findIndex(({ id }) => id === lastSeenId);
  return log.messages.slice(seen + 1).filter(({ authorId }) => authorId !== selfId);
}

/** The id up to which a reader of the whole log has seen it. */
export function lastId(log: ChatLog): string | null {
  return log.messages.at(-1)?.id ?? null;
}
