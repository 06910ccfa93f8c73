import type { ChatFile } from './chat-file';
import type { ChatLog, Delivery } from './chat-log';

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
  readonly text: string;
  readonly files: readonly ChatFile[];
  readonly delivery: Delivery;
  /** Whether the line above is of the same person and moment, so that the name need not be repeated. */
  readonly goesOn: boolean;
}

/** Below it begins what was not seen before. */
interface NewLine {
  readonly kind: 'new';
  readonly id: string;
}

export type ChatLine = MessageLine | NewLine | ({ readonly kind: 'system' } & SystemLine);

/** Who looks, and from where on all is new to them. */
export interface ChatReader {
  readonly id: string;
  readonly firstNewId?: string | null;
}

const togetherMs = 3 * 60_000;

/** What the chat shows: the server's lines with the system's between them by time, then our own new ones. */
export function chatLines(
  log: ChatLog,
  system: readonly SystemLine[],
  reader: ChatReader,
): readonly ChatLine[] {
  const sent = log.messages.map((message) => ({
    id: message.id,
    isOwn: message.authorId === reader.id,
    author: message.authorName,
    at: message.sentAt,
    text: message.text,
    files: message.files,
    delivery: 'sent' as const,
  }));
  const drafts = log.drafts.map((draft) => ({
    id: draft.id,
    isOwn: true,
    author: '',
    at: draft.writtenAt,
    text: draft.text,
    files: draft.files,
    delivery: draft.delivery,
  }));
  const lines: ChatLine[] = [];
  const waiting = [...system].sort((a, b) => a.at - b.at);
  for (const message of [...sent, ...drafts]) {
    while (waiting[0] && waiting[0].at <= message.at) pushSystem(lines, waiting.shift());
    // Where all is new there is nothing to tell it from.
    const isFirstNew = message.id === reader.firstNewId && lines.some(isMessage);
    if (isFirstNew) lines.push({ kind: 'new', id: 'new' });
    lines.push({ kind: 'message', ...message, goesOn: isSameBreath(lines.at(-1), message) });
  }
  for (const line of waiting) pushSystem(lines, line);
  return lines;
}

/** The lines, of which one that says what it said before is the same as before, and is not drawn again. */
export function withKnown(
  lines: readonly ChatLine[],
  before: readonly ChatLine[],
): readonly ChatLine[] {
  const known = new Map(before.map((line) => [line.id, line]));
  return lines.map((line) => {
    const one = known.get(line.id);
    return one && isSame(one, line) ? one : line;
  });
}

function isSame(one: ChatLine, other: ChatLine): boolean {
  const said: Readonly<Record<string, unknown>> = { ...one };
  return Object.entries(other).every(([name, value]) => said[name] === value);
}

function isMessage({ kind }: ChatLine): boolean {
  return kind === 'message';
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
