import { type Point, quarter } from './geometry';
import type { Place, ShapeKind } from './shape';

export type DrawnKind = Extract<ShapeKind, 'line' | 'arrow' | 'rectangle' | 'ellipse'>;

/** Whether it is drawn from corner to corner, or from end to end. */
export function isFigure(tool: string): tool is DrawnKind {
  return tool in usual;
}

const usual: Readonly<Record<DrawnKind, readonly [number, number]>> = {
  line: [160, 0],
  arrow: [160, 0],
  rectangle: [160, 100],
  ellipse: [140, 100],
};

/** Between two points; `isEven`: as wide as high, or a line in one of eight directions. */
export function placeBetween(kind: DrawnKind, from: Point, to: Point, isEven: boolean): Place {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const [w, h] = isEven ? even(kind, dx, dy) : [dx, dy];
  if (kind === 'line' || kind === 'arrow') {
    return [quarter(from.x), quarter(from.y), quarter(w), quarter(h)];
  }
  const [x, y] = [Math.min(from.x, from.x + w), Math.min(from.y, from.y + h)];
  return [quarter(x), quarter(y), quarter(Math.abs(w)), quarter(Math.abs(h))];
}

/** A shape of the usual size around a point. */
export function placeAround(kind: DrawnKind, { x, y }: Point): Place {
  const [w, h] = usual[kind];
  return [quarter(x - w / 2), quarter(y - h / 2), w, h];
}

function even(kind: DrawnKind, dx: number, dy: number): readonly [number, number] {
  if (kind === 'rectangle' || kind === 'ellipse') {
    const side = Math.max(Math.abs(dx), Math.abs(dy));
    return [dx < 0 ? -side : side, dy < 0 ? -side : side];
  }
  const eighth = Math.PI / 4;
  const angle = Math.round(Math.atan2(dy, dx) / eighth) * eighth;
  const length = Math.hypot(dx, dy);
  return [length * Math.cos(angle), length * Math.sin(angle)];
}

/** Points of a stroke as they are kept: tenths, seen from its beginning, with the pressure. */
export function strokePoint(start: Point, at: Point, pressure: number): readonly number[] {
  return [
    Math.round((at.x - start.x) * 10),
    Math.round((at.y - start.y) * 10),
    Math.round(Math.min(1, Math.max(0, pressure)) * 1000),
  ];
}

/** How large a picture is put on the board: as it is, and no larger than there is room. */
export function pictureSize(
  { width, height }: { readonly width: number; readonly height: number },
  room: { readonly w: number; readonly h: number },
): { readonly w: number; readonly h: number } {
  const scale = Math.min(1, (room.w * 0.7) / width, (room.h * 0.7) / height);
  return { w: quarter(width * scale), h: quarter(height * scale) };
}
