interface Listed {
  readonly id: string;
}

/** How a device stands when the list of what is plugged in has changed. */
export interface Plugging {
  /** What the person chose, if ever. */
  readonly chosen: string | null;
  /** What is open now; empty for nothing. */
  readonly open: string;
  /** Whether what was open or looked for is gone. */
  readonly isGone: boolean;
  readonly before: readonly Listed[];
  readonly after: readonly Listed[];
}

/** What to do then: open whatever there is, take the chosen one again, or leave all as it is. */
export function replug({
  chosen,
  open,
  isGone,
  before,
  after,
}: Plugging): 'open' | 'take' | 'stay' {
  if (isGone) return after.length > 0 ? 'open' : 'stay';
  const has = (list: readonly Listed[]) => list.some(({ id }) => id === chosen);
  const isBack = chosen !== null && has(after) && !has(before);
  return isBack && open !== '' && open !== chosen ? 'take' : 'stay';
}
