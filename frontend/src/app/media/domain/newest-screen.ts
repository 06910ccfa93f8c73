interface Screen {
  readonly identity: string;
  readonly startedAt: number;
}

/** The name under which a screen is sent: it says when it was begun, by the server's clock. */
export function screenName(startedAt: number): string {
  return `screen ${String(Math.round(startedAt))}`;
}

/** When the screen of that name was begun; the beginning of time for a name that is not ours. */
export function startOf(name: string): number {
  const text = /^screen (\d{1,16})$/.exec(name)?.[1];
  return text === undefined ? 0 : Number(text);
}

/** The one that is shown. Of two that were begun at once all pages choose the same one. */
export function newestScreen<S extends Screen>(screens: readonly S[]): S | null {
  const [first, ...others] = screens;
  if (!first) return null;
  return others.reduce((best, one) => (isAfter(one, best) ? one : best), first);
}

function isAfter(one: Screen, other: Screen): boolean {
  const by = one.startedAt - other.startedAt;
  return by === 0 ? one.identity > other.identity : by > 0;
}
