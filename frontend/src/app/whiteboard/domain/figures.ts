import { boundsOf } from './geometry';
import { widthOf } from './hit';
import {
  type Line,
  type Outline,
  type Shape,
  type Stroke,
  type Words,
  fontOf,
  notePadding,
} from './shape';
import { lineHeight } from './text-lines';

/** An element of SVG: its name, attributes, and the lines of its text. */
export interface Figure {
  readonly tag: 'path' | 'rect' | 'ellipse' | 'image' | 'text';
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly lines?: readonly TextLine[];
}

interface TextLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The outline of a stroke with pressure as the `d` of a path. */
export type StrokePath = (stroke: Stroke) => string;

/** What is drawn of a shape; the screen and the exported file show the same. */
export function figuresOf(shape: Shape, strokePath: StrokePath): readonly Figure[] {
  const colour = `var(--board-${shape.ink})`;
  switch (shape.kind) {
    case 'pen':
      return [{ tag: 'path', attributes: { d: strokePath(shape), fill: colour } }];
    case 'highlighter': {
      const attributes = { d: strokePath(shape), fill: colour, 'fill-opacity': 0.35 };
      return [{ tag: 'path', attributes }];
    }
    case 'line':
    case 'arrow':
      return lineFigures(shape, colour);
    case 'rectangle':
    case 'ellipse':
      return [outlineFigure(shape, colour)];
    case 'text':
    case 'note':
      return wordFigures(shape, colour);
    case 'picture': {
      const { x, y, w, h } = boundsOf(shape);
      const href = `/files/${shape.fileId}`;
      const attributes = { x, y, width: w, height: h, href, preserveAspectRatio: 'none' };
      return [{ tag: 'image', attributes }];
    }
    default:
      return shape satisfies never;
  }
}

function drawn(shape: Shape, colour: string) {
  return {
    fill: 'none',
    stroke: colour,
    'stroke-width': widthOf(shape),
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
}

function lineFigures(shape: Line, colour: string): readonly Figure[] {
  const [x, y, dx, dy] = shape.place;
  const [endX, endY] = [x + dx, y + dy];
  const shaft = `M${text(x)} ${text(y)}L${text(endX)} ${text(endY)}`;
  const length = Math.hypot(dx, dy);
  if (shape.kind === 'line' || length === 0) {
    return [{ tag: 'path', attributes: { d: shaft, ...drawn(shape, colour) } }];
  }
  const head = Math.min(length, 8 + 3 * widthOf(shape));
  const tip = (turn: number) => {
    const angle = Math.atan2(dy, dx) + Math.PI + turn;
    return `${text(endX + head * Math.cos(angle))} ${text(endY + head * Math.sin(angle))}`;
  };
  const d = `${shaft}M${tip(-0.45)}L${text(endX)} ${text(endY)}L${tip(0.45)}`;
  return [{ tag: 'path', attributes: { d, ...drawn(shape, colour) } }];
}

function outlineFigure(shape: Outline, colour: string): Figure {
  const { x, y, w, h } = boundsOf(shape);
  const look = drawn(shape, colour);
  if (shape.kind === 'rectangle') {
    const rx = Math.min(6, w / 4, h / 4);
    return { tag: 'rect', attributes: { x, y, width: w, height: h, rx, ...look } };
  }
  const centre = { cx: x + w / 2, cy: y + h / 2 };
  return { tag: 'ellipse', attributes: { ...centre, rx: w / 2, ry: h / 2, ...look } };
}

function wordFigures(shape: Words, colour: string): readonly Figure[] {
  const { x, y, w, h } = boundsOf(shape);
  const font = fontOf(shape.kind, shape.place);
  const inset = shape.kind === 'note' ? notePadding : 0;
  const lines = shape.lines.map((line, row) => ({
    x: x + inset,
    // Letters stand on their line a little below its middle.
    y: y + inset + (row * lineHeight + 1.02) * font,
    text: line,
  }));
  const fill = shape.kind === 'note' ? 'var(--board-ink)' : colour;
  const attributes = { fill, 'font-family': 'Inter, sans-serif', 'font-size': font };
  const words: Figure = { tag: 'text', attributes, lines };
  if (shape.kind === 'text') return [words];
  const sheet = { x, y, width: w, height: h, rx: 8, fill: `var(--note-${shape.ink})` };
  return [{ tag: 'rect', attributes: sheet }, words];
}

/** A number as SVG writes it, no longer than it needs to be. */
function text(value: number): string {
  return String(Math.round(value * 100) / 100);
}
