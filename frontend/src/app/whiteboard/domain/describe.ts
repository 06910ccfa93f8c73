import type { Shape, ShapeKind } from './shape';

const words: Readonly<Record<ShapeKind, string>> = {
  pen: 'Drawing',
  highlighter: 'Highlight',
  line: 'Line',
  arrow: 'Arrow',
  rectangle: 'Rectangle',
  ellipse: 'Ellipse',
  text: 'Text',
  note: 'Note',
  picture: 'Picture',
};

const colourWords = {
  ink: '',
  red: 'red',
  orange: 'orange',
  green: 'green',
  blue: 'blue',
  violet: 'violet',
} as const;

export interface Viewer {
  readonly selfId: string;
  readonly otherName: string;
}

/** A shape in words: `Rectangle, red, by Maya`. */
export function describeShape(shape: Shape, { selfId, otherName }: Viewer): string {
  const colour = shape.kind === 'picture' ? '' : colourWords[shape.ink];
  const author = shape.by === selfId ? 'by you' : `by ${otherName}`;
  return [`${words[shape.kind]}${contentOf(shape)}`, colour, author].filter(Boolean).join(', ');
}

function contentOf(shape: Shape): string {
  if (shape.kind === 'picture') return shape.name === '' ? '' : ` “${shape.name}”`;
  if (shape.kind !== 'text' && shape.kind !== 'note') return '';
  const line = shape.text.replace(/\s+/g, ' ').trim();
  const short = Array.from(line);
  return ` “${short.length > 80 ? `${short.slice(0, 79).join('')}…` : line}”`;
}

/** What is on the board, in one line. */
export function describeBoard(shapes: readonly Shape[]): string {
  if (shapes.length === 0) return 'The whiteboard is empty.';
  return `${counted(shapes.length, 'object')} on the whiteboard.`;
}

/** What somebody else has done to the board. */
export interface BoardNews {
  readonly added: readonly Shape[];
  readonly changed: number;
  readonly removed: number;
}

/** The news in a sentence for who cannot see them; `null` where there are none. */
export function tellNews({ added, changed, removed }: BoardNews, name: string): string | null {
  const [only, ...more] = added;
  if (only && more.length === 0) {
    return `${name} added: ${words[only.kind].toLowerCase()}${contentOf(only)}.`;
  }
  if (only) return `${name} added ${counted(added.length, 'object')}.`;
  if (removed > 0) return `${name} removed ${counted(removed, 'object')}.`;
  return changed > 0 ? `${name} changed ${counted(changed, 'object')}.` : null;
}

function counted(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}
