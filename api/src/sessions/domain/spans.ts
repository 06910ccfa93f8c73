/** A time without interruption; `to` is `null` while it lasts. */
export interface Stay {
  readonly from: number;
  readonly to: number | null;
}

/** A time that is over. */
export interface Span extends Stay {
  readonly to: number;
}

/** Joins stays that overlap or touch; gives them in order. */
export function union(stays: readonly Stay[]): readonly Stay[] {
  const joined: Stay[] = [];
  for (const stay of [...stays].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && (last.to === null || stay.from <= last.to)) {
      joined[joined.length - 1] = { from: last.from, to: laterEnd(last.to, stay.to) };
    } else joined.push(stay);
  }
  return joined;
}

/** What is left of a stay without the gaps, in order. A stay that one reaches into goes on after it. */
export function without(stay: Stay, gaps: readonly Span[]): readonly Stay[] {
  return gaps.reduce<readonly Stay[]>(
    (left, gap) => left.flatMap((piece) => [...before(piece, gap), ...after(piece, gap)]),
    [stay],
  );
}

function before({ from, to }: Stay, gap: Span): readonly Stay[] {
  if (gap.from <= from) return [];
  return [{ from, to: to === null ? gap.from : Math.min(to, gap.from) }];
}

function after({ from, to }: Stay, gap: Span): readonly Stay[] {
  return to === null || gap.to < to ? [{ from: Math.max(from, gap.to), to }] : [];
}

function laterEnd(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b);
}
