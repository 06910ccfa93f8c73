import { type Box, type Point, boundsOf, grown, quarter, union } from './geometry';
import type { Place, Shape } from './shape';

export type Handle = 'nw' | 'ne' | 'se' | 'sw' | 'start' | 'end';

export interface HandleAt {
  readonly handle: Handle;
  readonly at: Point;
}

const least = 8;

/** Where what is selected can be taken hold of. */
export function handlesOf(shapes: readonly Shape[]): readonly HandleAt[] {
  const [only, ...more] = shapes;
  if (only && more.length === 0 && (only.kind === 'line' || only.kind === 'arrow')) {
    const [x, y, dx, dy] = only.place;
    return [
      { handle: 'start', at: { x, y } },
      { handle: 'end', at: { x: x + dx, y: y + dy } },
    ];
  }
  const box = frameOf(shapes);
  if (!box) return [];
  const { x, y, w, h } = box;
  return [
    { handle: 'nw', at: { x, y } },
    { handle: 'ne', at: { x: x + w, y } },
    { handle: 'se', at: { x: x + w, y: y + h } },
    { handle: 'sw', at: { x, y: y + h } },
  ];
}

/** The frame around what is selected; never so flat that it cannot be taken hold of. */
export function frameOf(shapes: readonly Shape[]): Box | null {
  const box = union(shapes.map(boundsOf));
  if (!box) return null;
  return box.w < least || box.h < least ? grown(box, least / 2) : box;
}

/** Whether a shape is spoilt by other proportions. */
export function keepsRatio(shapes: readonly Shape[]): boolean {
  return shapes.some(({ kind }) => kind === 'picture' || kind === 'text');
}

/** A frame whose corner was drawn to a point; the opposite corner stays. */
export function resized(from: Box, corner: Handle, to: Point, isRatioKept: boolean): Box {
  const [isLeft, isTop] = [corner === 'nw' || corner === 'sw', corner === 'nw' || corner === 'ne'];
  const fixed = { x: from.x + (isLeft ? from.w : 0), y: from.y + (isTop ? from.h : 0) };
  const wanted = {
    w: Math.max(least, isLeft ? fixed.x - to.x : to.x - fixed.x),
    h: Math.max(least, isTop ? fixed.y - to.y : to.y - fixed.y),
  };
  const { w, h } = isRatioKept ? alike(from, wanted) : wanted;
  return { x: isLeft ? fixed.x - w : fixed.x, y: isTop ? fixed.y - h : fixed.y, w, h };
}

type Extent = Pick<Box, 'w' | 'h'>;

/** As wide or as high as is wanted, in the same proportions. */
function alike(from: Extent, wanted: Extent): Extent {
  if (from.w <= 0 || from.h <= 0) return wanted;
  const scale = Math.max(wanted.w / from.w, wanted.h / from.h);
  return { w: from.w * scale, h: from.h * scale };
}

/** A line whose one end was drawn to a point. */
export function redirected({ place }: Shape, end: Handle, to: Point): Place {
  const [x, y, dx, dy] = place;
  if (end === 'end') return [x, y, quarter(to.x - x), quarter(to.y - y)];
  return [quarter(to.x), quarter(to.y), quarter(x + dx - to.x), quarter(y + dy - to.y)];
}
