import type { Line, Outline, Picture, Place, Shape, Stroke, Words } from './shape';

const common = { id: 'a', ink: 'ink', thickness: 'medium', z: 0, by: 'maya' } as const;

export function anOutline(place: Place, parts: Partial<Outline> = {}): Outline {
  return { ...common, kind: 'rectangle', place, ...parts };
}

export function aLine(place: Place, parts: Partial<Line> = {}): Line {
  return { ...common, kind: 'line', place, ...parts };
}

/** A stroke from its place through these points of the board, seen from there. */
export function aStroke(place: Place, points: readonly (readonly [number, number])[]): Stroke {
  return { ...common, kind: 'pen', place, points: points.flatMap(([x, y]) => [x, y, 500]) };
}

export function aText(place: Place, parts: Partial<Words> = {}): Words {
  return { ...common, kind: 'text', place, text: 'hi', lines: ['hi'], width: 20, ...parts };
}

export function aPicture(place: Place, parts: Partial<Picture> = {}): Picture {
  const fileId = '01a1ff45-02cf-7328-8853-01df06b89136';
  return { ...common, kind: 'picture', place, fileId, name: 'Sketch', ...parts };
}

export function named(shape: Shape, id: string, z = 0): Shape {
  return { ...shape, id, z };
}
