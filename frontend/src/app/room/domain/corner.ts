/** Where the own picture stands. */
const corners = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof corners)[number];

/** The corner next to a point; both parts go from 0 at the left and top to 1. */
export function nearestCorner(x: number, y: number): Corner {
  return `${y < 0.5 ? 'top' : 'bottom'}-${x < 0.5 ? 'left' : 'right'}`;
}

/** The corner that an arrow key leads to; `null` for another key. */
export function cornerByKey(from: Corner, key: string): Corner | null {
  const [isTop, isLeft] = [from.startsWith('top'), from.endsWith('left')];
  switch (key) {
    case 'ArrowUp':
      return nearestCorner(isLeft ? 0 : 1, 0);
    case 'ArrowDown':
      return nearestCorner(isLeft ? 0 : 1, 1);
    case 'ArrowLeft':
      return nearestCorner(0, isTop ? 0 : 1);
    case 'ArrowRight':
      return nearestCorner(1, isTop ? 0 : 1);
    default:
      return null;
  }
}

/** What was remembered, when it is a corner. */
export function cornerOf(value: unknown): Corner | null {
  return corners.find((corner) => corner === value) ?? null;
}

/** Such as "top right". */
export function cornerText(corner: Corner): string {
  return corner.replace('-', ' ');
}
