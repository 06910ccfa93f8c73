/** One thing that happened in a session, at its place in the log. */
export interface News {
  readonly cursor: string;
}

/** The list with `news` at its end, or the same list if it is in there already. */
export function appendNews<T extends News>(list: readonly T[], news: T): readonly T[] {
  return list.some((known) => known.cursor === news.cursor) ? list : [...list, news];
}
