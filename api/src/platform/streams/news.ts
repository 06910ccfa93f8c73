/** What happened to a log. Its places are counted without gaps. */
export interface News {
  /** The place that the log has reached. */
  readonly last: number;
  /** What was appended, where it is known: everything from place `first` to place `last`. */
  readonly appended?: { readonly first: number; readonly rows: readonly object[] };
}

/** The news since the last hint, in the order in which they came; `null`: only the tables know. */
export type Hint = readonly News[] | null;

/** What a hint adds behind a place. */
export interface Addition {
  /** The place that is reached with it. */
  readonly place: number;
  readonly rows: readonly object[];
}

/** What the hint adds behind `place`; `null` where something is missing, so that the table has to be read. */
export function additionTo(place: number, hint: Hint): Addition | null {
  if (hint === null) return null;
  let reached = place;
  const rows: object[] = [];
  for (const { last, appended } of hint) {
    if (last <= reached) continue;
    if (!appended || appended.first > reached + 1) return null;
    rows.push(...appended.rows);
    reached = last;
  }
  return { place: reached, rows };
}

/** The place that the log is known to have reached. */
export function reachedBy(hint: Hint): number {
  return (hint ?? []).reduce((most, { last }) => Math.max(most, last), 0);
}
