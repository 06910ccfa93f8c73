import { getStroke } from 'perfect-freehand';
import { pointsOf } from './domain/geometry';
import { widthOf } from './domain/hit';
import type { Stroke } from './domain/shape';

/** What a mouse says in place of a pressure. */
const noPressure = 500;

/** The outline of a stroke, thicker where the pen was pressed, as the `d` of a path. */
export function strokePath(stroke: Stroke): string {
  const isPen = stroke.kind === 'pen';
  const pressures = stroke.points.filter((_, at) => at % 3 === 2);
  const isPressed = pressures.some((pressure) => pressure !== noPressure);
  const points = pointsOf(stroke).map(({ x, y }, at) => ({
    x,
    y,
    pressure: (pressures[at] ?? noPressure) / 1000,
  }));
  const outline = getStroke(points, {
    size: widthOf(stroke) * (isPen ? 1.5 : 1),
    thinning: isPen ? 0.55 : 0,
    smoothing: 0.5,
    streamline: 0.4,
    simulatePressure: isPen && !isPressed,
    last: true,
  });
  return pathThrough(outline);
}

/** A closed, smooth line: each point draws it towards itself, and it goes through the middles between. */
function pathThrough(points: readonly (readonly [number, number])[]): string {
  const [first] = points;
  if (!first) return '';
  const parts = points.map(([x, y], at) => {
    const [nextX, nextY] = points[at + 1] ?? first;
    return `${short(x)} ${short(y)} ${short((x + nextX) / 2)} ${short((y + nextY) / 2)}`;
  });
  return `M${short(first[0])} ${short(first[1])}Q${parts.join(' ')}Z`;
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10);
}
