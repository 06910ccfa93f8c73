/** A time in the room; `to` is null while it lasts. */
export interface Stay {
  readonly from: number;
  readonly to: number | null;
}

/** A stretch of a lane, in shares of the whole timeline. */
interface Stretch {
  readonly start: number;
  readonly length: number;
}

export interface Timeline {
  readonly from: number;
  readonly to: number;
  /** The stretches of each lane that was given. */
  readonly lanes: readonly (readonly Stretch[])[];
}

/** Who was there when, drawn to one scale from the first arrival to the last leave; null where nobody came. */
export function timeline(lanes: readonly (readonly Stay[])[], now: number): Timeline | null {
  const closed = lanes.map((stays) => stays.map(({ from, to }) => ({ from, to: to ?? now })));
  const all = closed.flat();
  if (all.length === 0) return null;
  const from = Math.min(...all.map((stay) => stay.from));
  const to = Math.max(...all.map((stay) => stay.to));
  const whole = Math.max(1, to - from);
  const stretch = (stay: { from: number; to: number }) => ({
    start: (stay.from - from) / whole,
    length: (stay.to - stay.from) / whole,
  });
  return { from, to, lanes: closed.map((stays) => stays.map(stretch)) };
}

/** When both were there. */
export function together(one: readonly Stay[], other: readonly Stay[]): readonly Stay[] {
  return one.flatMap((a) =>
    other.flatMap((b) => {
      const from = Math.max(a.from, b.from);
      const to = earlier(a.to, b.to);
      return to === null || to > from ? [{ from, to }] : [];
    }),
  );
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
