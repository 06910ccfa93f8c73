import type { Box, Point } from './geometry';

/** The part of the board that is looked at: what is at the top left, and how large it is shown. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly w: number;
  readonly h: number;
}

export const startView: View = { x: 0, y: 0, zoom: 1 };
export const zoomLimits = { least: 0.1, most: 6 } as const;

/** What of the board is at a point of the screen. */
export function toBoard({ x, y, zoom }: View, point: Point): Point {
  return { x: x + point.x / zoom, y: y + point.y / zoom };
}

/** Where on the screen a point of the board is. */
export function toScreen({ x, y, zoom }: View, point: Point): Point {
  return { x: (point.x - x) * zoom, y: (point.y - y) * zoom };
}

/** Moves the board by so much of the screen. */
export function panned({ x, y, zoom }: View, dx: number, dy: number): View {
  return { x: x - dx / zoom, y: y - dy / zoom, zoom };
}

/** Makes everything larger or smaller; what is at the point stays there. */
export function zoomedAt(view: View, point: Point, factor: number): View {
  const zoom = Math.min(zoomLimits.most, Math.max(zoomLimits.least, view.zoom * factor));
  const fixed = toBoard(view, point);
  return { x: fixed.x - point.x / zoom, y: fixed.y - point.y / zoom, zoom };
}

export type Two = readonly [Point, Point];

/** Two fingers hold the board: what was below them stays below them. */
export function pinched(view: View, before: Two, after: Two): View {
  const factor = distance(before) === 0 ? 1 : distance(after) / distance(before);
  const [from, to] = [middle(before), middle(after)];
  return panned(zoomedAt(view, from, factor), to.x - from.x, to.y - from.y);
}

/** All of a box in the middle of the screen, no larger than it was drawn. */
export function fitting(box: Box | null, { w, h }: Size, margin = 32): View {
  if (!box || w <= 0 || h <= 0) return startView;
  const room = { w: Math.max(1, w - 2 * margin), h: Math.max(1, h - 2 * margin) };
  const wanted = Math.min(1, room.w / Math.max(1, box.w), room.h / Math.max(1, box.h));
  const zoom = Math.max(zoomLimits.least, wanted);
  return { x: box.x + box.w / 2 - w / zoom / 2, y: box.y + box.h / 2 - h / zoom / 2, zoom };
}

function distance([a, b]: Two): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

function middle([a, b]: Two): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
