import { type Box, type Point, boundsOf, grown, holds, pointsOf } from './geometry';
import type { Shape, Thickness } from './shape';

/** How thick lines are, on the board. */
const lineWidths: Readonly<Record<Thickness, number>> = { fine: 2, medium: 4, bold: 8 };
/** And what the highlighter leaves. */
const markWidths: Readonly<Record<Thickness, number>> = { fine: 12, medium: 20, bold: 32 };

/** How thick the line of a shape is. */
export function widthOf({ kind, thickness }: Shape): number {
  return (kind === 'highlighter' ? markWidths : lineWidths)[thickness];
}

/** Whether a point touches what is drawn of a shape; the inside of an outline is not. */
export function touches(shape: Shape, point: Point, reach: number): boolean {
  const far = reach + widthOf(shape) / 2;
  if (!holds(grown(boundsOf(shape), far), point)) return false;
  switch (shape.kind) {
    case 'pen':
    case 'highlighter':
      return distanceToPath(point, pointsOf(shape)) <= far;
    case 'line':
    case 'arrow': {
      const [x, y, dx, dy] = shape.place;
      return (
        distanceToPath(point, [
          { x, y },
          { x: x + dx, y: y + dy },
        ]) <= far
      );
    }
    case 'rectangle':
      return distanceToPath(point, cornersOf(boundsOf(shape))) <= far;
    case 'ellipse':
      return distanceToPath(point, roundOf(boundsOf(shape))) <= far;
    default:
      return true;
  }
}

/**
 * Which shape is meant at a point: the uppermost that is touched, else the smallest that the point is
 * inside of. `shapes` are in the order of drawing.
 */
export function shapeAt(shapes: readonly Shape[], point: Point, reach: number): Shape | null {
  const touched = shapes.findLast((shape) => touches(shape, point, reach));
  if (touched) return touched;
  const around = shapes.filter((shape) => holds(boundsOf(shape), point));
  const [smallest] = around.toSorted((a, b) => areaOf(boundsOf(a)) - areaOf(boundsOf(b)));
  return smallest ?? null;
}

/** The shapes that a way across the board touches. */
export function shapesAlong(
  shapes: readonly Shape[],
  from: Point,
  to: Point,
  reach: number,
): readonly Shape[] {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / reach));
  const way = Array.from({ length: steps + 1 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * step) / steps,
    y: from.y + ((to.y - from.y) * step) / steps,
  }));
  return shapes.filter((shape) => way.some((point) => touches(shape, point, reach)));
}

function areaOf({ w, h }: Box): number {
  return w * h;
}

function cornersOf({ x, y, w, h }: Box): readonly Point[] {
  const right = x + w;
  const bottom = y + h;
  return [
    { x, y },
    { x: right, y },
    { x: right, y: bottom },
    { x, y: bottom },
    { x, y },
  ];
}

const sides = 48;

/** An ellipse as a polygon, near enough to touch. */
function roundOf({ x, y, w, h }: Box): readonly Point[] {
  return Array.from({ length: sides + 1 }, (_, side) => {
    const angle = (side / sides) * 2 * Math.PI;
    return { x: x + (w / 2) * (1 + Math.cos(angle)), y: y + (h / 2) * (1 + Math.sin(angle)) };
  });
}

/** How far a point is from a line through points. */
function distanceToPath(point: Point, path: readonly Point[]): number {
  let nearest = Infinity;
  let before: Point | undefined;
  for (const next of path) {
    nearest = Math.min(nearest, distanceToLine(point, before ?? next, next));
    before = next;
  }
  return nearest;
}

function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - dx * share, point.y - from.y - dy * share);
}
