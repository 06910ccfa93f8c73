import { linesOf, type Measure } from './text-lines';

export const inks = ['ink', 'red', 'orange', 'green', 'blue', 'violet'] as const;
export type Ink = (typeof inks)[number];

export const thicknesses = ['fine', 'medium', 'bold'] as const;
export type Thickness = (typeof thicknesses)[number];

/**
 * Where a shape is, as one value, so that a place is never half of one person and half of the other.
 * A box: left, top, width, height. A line: its start, and from there to its end. A stroke: left, top,
 * and how much its points are stretched. A text: left, top, the height of its letters, and nothing.
 */
export type Place = readonly [number, number, number, number];

interface Common {
  readonly id: string;
  readonly place: Place;
  readonly ink: Ink;
  readonly thickness: Thickness;
  /** What is drawn later lies above. */
  readonly z: number;
  /** Who drew it. */
  readonly by: string;
}

export interface Stroke extends Common {
  readonly kind: 'pen' | 'highlighter';
  /** Across, down and pressure in thousandths, by turns. */
  readonly points: readonly number[];
}

export interface Line extends Common {
  readonly kind: 'line' | 'arrow';
}

export interface Outline extends Common {
  readonly kind: 'rectangle' | 'ellipse';
}

export interface Words extends Common {
  readonly kind: 'text' | 'note';
  readonly text: string;
  /** As it is broken into lines. */
  readonly lines: readonly string[];
  /** As wide as the widest of them. */
  readonly width: number;
}

export interface Picture extends Common {
  readonly kind: 'picture';
  readonly fileId: string;
  readonly name: string;
}

export type Shape = Stroke | Line | Outline | Words | Picture;
export type ShapeKind = Shape['kind'];

const kinds: readonly ShapeKind[] = [
  ...(['pen', 'highlighter', 'line', 'arrow', 'rectangle', 'ellipse', 'text', 'note'] as const),
  'picture',
];

/** Points of strokes are kept in tenths. */
export const pointScale = 0.1;
export const longestText = 2000;
export const noteFont = 18;
export const notePadding = 14;
const farthest = 1_000_000;
const fileIdForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes a shape of what a document holds; `null` where somebody wrote what is none. */
export function readShape(
  id: string,
  raw: Readonly<Record<string, unknown>>,
  measure: Measure,
): Shape | null {
  const kind = kinds.find((known) => known === raw['kind']);
  const place = readPlace(raw['place']);
  if (!kind || !place) return null;
  const common: Common = {
    id,
    place,
    ink: inks.find((ink) => ink === raw['ink']) ?? 'ink',
    thickness: thicknesses.find((thickness) => thickness === raw['thickness']) ?? 'medium',
    z: numberOf(raw['z']) ?? 0,
    by: textOf(raw['by']),
  };
  return withContent(kind, common, raw, measure);
}

function withContent(
  kind: ShapeKind,
  common: Common,
  raw: Readonly<Record<string, unknown>>,
  measure: Measure,
): Shape | null {
  switch (kind) {
    case 'pen':
    case 'highlighter': {
      const points = readPoints(raw['points']);
      return points.length > 0 ? { ...common, kind, points } : null;
    }
    case 'text':
    case 'note':
      return { ...common, kind, ...laidOut(kind, common.place, textOf(raw['text']), measure) };
    case 'picture': {
      const fileId = textOf(raw['file']);
      return fileIdForm.test(fileId)
        ? { ...common, kind, fileId, name: textOf(raw['name']).slice(0, 200) }
        : null;
    }
    default:
      return { ...common, kind };
  }
}

/** The text of a shape in lines: a note is as wide as it is, a text as wide as it needs. */
export function laidOut(
  kind: Words['kind'],
  place: Place,
  whole: string,
  measure: Measure,
): Pick<Words, 'text' | 'lines' | 'width'> {
  const text = whole.slice(0, longestText);
  const font = fontOf(kind, place);
  const room = kind === 'note' ? Math.max(font, place[2] - 2 * notePadding) : Infinity;
  const lines = linesOf(text, room, (part) => measure(part, font));
  return { text, lines, width: Math.max(0, ...lines.map((line) => measure(line, font))) };
}

/** The height of a shape's letters. */
export function fontOf(kind: Words['kind'], place: Place): number {
  return kind === 'note' ? noteFont : Math.min(400, Math.max(6, place[2]));
}

function readPlace(raw: unknown): Place | null {
  if (!Array.isArray(raw)) return null;
  const numbers = raw.map(numberOf).filter((value) => value !== null);
  const [a = 0, b = 0, c = 0, d = 0] = numbers;
  return numbers.length === 4 && raw.length === 4 ? [a, b, c, d] : null;
}

function readPoints(raw: unknown): readonly number[] {
  if (!Array.isArray(raw)) return [];
  const numbers = raw.map((value) => numberOf(value) ?? 0);
  return numbers.slice(0, numbers.length - (numbers.length % 3));
}

function numberOf(raw: unknown): number | null {
  const isPossible = typeof raw === 'number' && Number.isFinite(raw);
  return isPossible ? Math.min(farthest, Math.max(-farthest, raw)) : null;
}

function textOf(raw: unknown): string {
  return typeof raw === 'string' ? raw : '';
}
