/** The share of the floor that the drawer of a phone takes: half, so that the other stays in sight. */
export const drawerShares = { half: 0.54, tall: 0.84 } as const;

const leastShare = 0.12;
const closesBelow = 0.32;

/** The share while a finger drags it by `byPx` of a floor of `floorPx`; up is negative. */
export function draggedShare(share: number, byPx: number, floorPx: number): number {
  const dragged = share - byPx / Math.max(1, floorPx);
  return Math.min(drawerShares.tall, Math.max(leastShare, dragged));
}

/** Where the drawer comes to rest when it is let go; `null`: it closes. */
export function restingShare(share: number): number | null {
  if (share < closesBelow) return null;
  const middle = (drawerShares.half + drawerShares.tall) / 2;
  return share < middle ? drawerShares.half : drawerShares.tall;
}
