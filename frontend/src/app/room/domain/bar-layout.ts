/** What the layout of the bar needs to know of a control. */
export interface Placed {
  /** The lower, the longer it stays in the bar; `null`: always in the menu. */
  readonly rank: number | null;
}

interface BarLayout<T> {
  readonly bar: readonly T[];
  /** What is under "More". */
  readonly menu: readonly T[];
}

const narrowRem = 30;
/** The microphone, the way out, and the menu with everything else. */
const fewest = 3;
const slotRem = { narrow: 3.5, wide: 4.75 } as const;

/** How many controls stand beside each other in so much width. */
export function slotsIn(widthPx: number, remPx: number): number {
  const width = widthPx / remPx;
  return Math.max(fewest, Math.floor(width / (width < narrowRem ? slotRem.narrow : slotRem.wide)));
}

/** Which controls stand in the bar, and which go under "More", where that itself takes a place. */
export function barLayout<T extends Placed>(controls: readonly T[], slots: number): BarLayout<T> {
  const ranked = controls.filter(({ rank }) => rank !== null);
  const hasMenu = ranked.length < controls.length || ranked.length > slots;
  const places = hasMenu ? slots - 1 : slots;
  const stay = new Set(
    [...ranked].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).slice(0, Math.max(1, places)),
  );
  return {
    bar: controls.filter((control) => stay.has(control)),
    menu: controls.filter((control) => !stay.has(control)),
  };
}
