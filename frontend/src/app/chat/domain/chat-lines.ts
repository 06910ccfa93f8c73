import type { ChatLog, Delivery } from './chat-log';
import { type TextPart, linkedText } from './linked-text';

/** Something the system says between the messages. */
export interface SystemLine {
  readonly id: string;
  readonly text: string;
  readonly at: number;
}

export interface MessageLine {
  readonly kind: 'message';
  readonly id: string;
  readonly isOwn: boolean;
  readonly author: string;
  readonly at: number;
  readonly parts: readonly TextPart[];
  readonly delivery: Delivery;
  /** Whether the line above is of the same person and moment, so that the name need not be repeated. */
  readonly goesOn: boolean;
}

export type ChatLine = MessageLine | ({ readonly kind: 'system' } & SystemLine);

const togetherMs = 3 * 60_000;

/** What the chat shows: the server's lines with the system's between them by time, then our own new ones. */
export function chatLines(
  log: ChatLog,
  system: readonly SystemLine[],
  self: { readonly id: string },
): readonly ChatLine[] {
  const sent = log.messages.map((message) => ({
    id: message.id,
    isOwn: message.authorId === self.id,
    author: message.authorName,
    at: message.sentAt,
    text: message.text,
    delivery: 'sent' as const,
  }));
  const drafts = log.drafts.map((draft) => ({
    id: draft.id,
    isOwn: true,
    author: '',
    at: draft.writtenAt,
    text: draft.text,
    delivery: draft.delivery,
  }));
  const lines: ChatLine[] = [];
  const waiting = [...system].sort((a, b) => a.at - b.at);
  for (const { text, ...message } of [...sent, ...drafts]) {
    while (waiting[0] && waiting[0].at <= message.at) pushSystem(lines, waiting.shift());
    const parts = linkedText(text);
    lines.push({ kind: 'message', ...message, parts, goesOn: isSameBreath(lines.at(-1), message) });
  }
  for (const line of waiting) pushSystem(lines, line);
  return lines;
}

function pushSystem(lines: ChatLine[], line: SystemLine | undefined): void {
  if (line) lines.push({ kind: 'system', ...line });
}

function isSameBreath(
  above: ChatLine | undefined,
  message: { readonly isOwn: boolean; readonly at: number },
): boolean {
  if (above?.kind !== 'message') return false;
  return above.isOwn === message.isOwn && message.at - above.at < togetherMs;
}
