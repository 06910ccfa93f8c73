/** A line as the server keeps it. */
export interface SentMessage {
  readonly id: string;
  readonly text: string;
  readonly sentAt: number;
  readonly authorId: string;
  readonly authorName: string;
}

export type Delivery = 'sending' | 'sent' | 'failed';

/** One of our own lines that has not come back on the stream yet. */
export interface Draft {
  readonly id: string;
  readonly text: string;
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
  return { ...log, drafts: [...log.drafts, { ...draft, delivery: 'sending' }] };
}

/** The log with a new word on one of our own lines. It stays where it is until the stream brings it. */
export function delivered(log: ChatLog, id: string, delivery: Delivery): ChatLog {
  const drafts = log.drafts.map((draft) => (draft.id === id ? { ...draft, delivery } : draft));
  return { ...log, drafts };
}

/** How many lines of others came after the last one that was seen. */
export function unreadCount(log: ChatLog, lastSeenId: string | null, selfId: string): number {
  const seen = log.messages.findIndex(({ id }) => id === lastSeenId);
  return log.messages.slice(seen + 1).filter(({ authorId }) => authorId !== selfId).length;
}

/** The id up to which a reader of the whole log has seen it. */
export function lastId(log: ChatLog): string | null {
  return log.messages.at(-1)?.id ?? null;
}
