import { asChatFile, type ChatFile } from './chat-file';

/** A line that the server does not have yet, as this browser keeps it across a crash of the tab. */
export interface Unsent {
  readonly id: string;
  readonly text: string;
  readonly files: readonly ChatFile[];
  readonly writtenAt: number;
}

const mostKept = 200;

/** Reads what this browser has kept, in the order of writing. What is no such line is left out. */
export function unsentFrom(kept: unknown): readonly Unsent[] {
  return Array.isArray(kept) ? kept.flatMap((one: unknown) => asUnsent(one) ?? []) : [];
}

/** The kept lines with another one at the end; each once. */
export function withUnsent(kept: unknown, line: Unsent): readonly Unsent[] {
  const others = unsentFrom(kept).filter(({ id }) => id !== line.id);
  const { id, text, files, writtenAt } = line;
  return [...others, { id, text, files, writtenAt }].slice(-mostKept);
}

/** The kept lines without one that the server has, or that nobody wants any more; `null` for none. */
export function withoutUnsent(kept: unknown, id: string): readonly Unsent[] | null {
  const others = unsentFrom(kept).filter((line) => line.id !== id);
  return others.length > 0 ? others : null;
}

function asUnsent(value: unknown): Unsent | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, text, files, writtenAt } = value as Readonly<Record<keyof Unsent, unknown>>;
  if (typeof id !== 'string' || typeof text !== 'string') return null;
  if (typeof writtenAt !== 'number' || !Array.isArray(files)) return null;
  const known = files.flatMap((file: unknown) => asChatFile(file) ?? []);
  const isWhole = known.length === files.length && (text !== '' || known.length > 0);
  return isWhole ? { id, text, files: known, writtenAt } : null;
}
