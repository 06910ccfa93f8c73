import { type Place, type Shape, type Stroke, fontOf, notePadding, noteFont } from './shape';
import { lineHeight } from './text-lines';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The points of a stroke where they are on the board. */
export function pointsOf({ points, place: [x, y, stretchX, stretchY] }: Stroke): readonly Point[] {
  const all: Point[] = [];
  for (let at = 0; at + 2 < points.length; at += 3) {
    all.push({ x: x + (points[at] ?? 0) * stretchX, y: y + (points[at + 1] ?? 0) * stretchY });
  }
  return all;
}

/** The smallest box around a shape, its thickness left out. */
export function boundsOf(shape: Shape): Box {
  const [x, y, c, d] = shape.place;
  switch (shape.kind) {
    case 'pen':
    case 'highlighter':
      return around(pointsOf(shape));
    case 'text': {
      const font = fontOf('text', shape.place);
      return { x, y, w: Math.max(shape.width, 1), h: shape.lines.length * font * lineHeight };
    }
    case 'note':
      return { x, y, w: c, h: Math.max(d, noteHeight(shape.lines.length)) };
    default:
      return upright({ x, y, w: c, h: d });
  }
}

/** As high as a note has to be for so many lines. */
function noteHeight(lines: number): number {
  return lines * noteFont * lineHeight + 2 * notePadding;
}

/** The smallest box around points; empty at the origin for none. */
function around(points: readonly Point[]): Box {
  if (points.length === 0) return { x: 0, y: 0, w: 0, h: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The smallest box around boxes; `null` for none. */
export function union(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null;
  return around(
    boxes.flatMap(({ x, y, w, h }) => [
      { x, y },
      { x: x + w, y: y + h },
    ]),
  );
}

/** A box between two corners, whichever they are. */
export function between(from: Point, to: Point): Box {
  return upright({ x: from.x, y: from.y, w: to.x - from.x, h: to.y - from.y });
}

function upright({ x, y, w, h }: Box): Box {
  return { x: Math.min(x, x + w), y: Math.min(y, y + h), w: Math.abs(w), h: Math.abs(h) };
}

export function grown({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

export function holds({ x, y, w, h }: Box, point: Point): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
}

/** Whether all of `inner` is within `outer`. */
export function encloses(outer: Box, inner: Box): boolean {
  return (
    holds(outer, { x: inner.x, y: inner.y }) &&
    holds(outer, { x: inner.x + inner.w, y: inner.y + inner.h })
  );
}

export function centreOf({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h / 2 };
}

/** The place of a shape that is moved. */
export function moved({ place: [x, y, c, d] }: Shape, dx: number, dy: number): Place {
  return [quarter(x + dx), quarter(y + dy), c, d];
}

/** The place of a shape where `from` becomes `to`, and it goes along. */
export function fitted(shape: Shape, from: Box, to: Box): Place {
  const [x, y, c, d] = shape.place;
  const [stretchX, stretchY] = [ratio(to.w, from.w), ratio(to.h, from.h)];
  const [atX, atY] = [to.x + (x - from.x) * stretchX, to.y + (y - from.y) * stretchY];
  if (shape.kind === 'text') return rounded([atX, atY, Math.max(6, c * stretchY), d]);
  if (shape.kind === 'pen' || shape.kind === 'highlighter') {
    return [quarter(atX), quarter(atY), c * stretchX, d * stretchY];
  }
  return rounded([atX, atY, c * stretchX, d * stretchY]);
}

/** What has no extent is not stretched. */
function ratio(to: number, from: number): number {
  return from === 0 ? 1 : to / from;
}

function rounded([a, b, c, d]: Place): Place {
  return [quarter(a), quarter(b), quarter(c), quarter(d)];
}

/** Finer is not seen, and such numbers take little room. */
export function quarter(value: number): number {
  return Math.round(value * 4) / 4;
}
