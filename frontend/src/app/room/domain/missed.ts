/** When somebody was in the room; `null`: they still are. */
export interface Stay {
  readonly joinedAt: number;
  readonly leftAt: number | null;
}

/** A time in which somebody did not hear of anything. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Ids of what they had heard of all the same by the time they were back. */
  readonly known: ReadonlySet<string>;
}

export interface Happening {
  readonly id: string;
  readonly at: number;
}

/** What happened in the session while one of the two was not there. */
export interface Missed {
  readonly messages: number;
  readonly spoken: number;
  readonly annotations: number;
  /** Titles of the topics that were finished. */
  readonly done: readonly string[];
  /** The topic that was begun; `null` where none was. */
  readonly current: string | null;
}

export type MissedPart = 'topics' | 'chat' | 'transcript';

export interface MissedLine {
  readonly part: MissedPart;
  readonly text: string;
}

/** Who came back longer ago than this has looked around by themselves. */
const staleMs = 60_000;

/**
 * How long somebody was away who has just come back; `null` where they were not, or came back long ago.
 * The server may not have heard of their return yet.
 */
export function lastAbsence(stays: readonly Stay[], now: number): Omit<Gap, 'known'> | null {
  const last = stays.at(-1);
  if (!last) return null;
  const isBack = last.leftAt === null;
  const from = isBack ? (stays.at(-2)?.leftAt ?? null) : last.leftAt;
  const to = isBack ? last.joinedAt : now;
  return from !== null && from < to && now - to <= staleMs ? { from, to } : null;
}

/** What of all that happened fell into the gap and was not heard of. */
export function during<T extends Happening>(gap: Gap, all: readonly T[]): readonly T[] {
  return all.filter(({ id, at }) => at >= gap.from && at <= gap.to && !gap.known.has(id));
}

/** What was missed, in words, each with the panel that has it; nothing where there was nothing. */
export function missedLines(missed: Missed): readonly MissedLine[] {
  const lines: readonly [MissedPart, string][] = [
    ['topics', topicText(missed)],
    ['topics', counted(missed.annotations, 'annotation')],
    ['chat', counted(missed.messages, 'message')],
    ['transcript', counted(missed.spoken, 'line of the transcript', 'lines of the transcript')],
  ];
  return lines.filter(([, text]) => text !== '').map(([part, text]) => ({ part, text }));
}

function topicText({ done, current }: Missed): string {
  const over =
    done.length === 1 ? `“${done[0] ?? ''}” is done` : `${String(done.length)} topics are done`;
  if (current === null) return done.length === 0 ? '' : over;
  return done.length === 0 ? `Now “${current}”` : `${over}, now “${current}”`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return '';
  return `${String(count)} ${count === 1 ? one : many}`;
}
