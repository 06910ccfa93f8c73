/** A link as the session's stream tells of it. */
export interface SharedLink {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly removedAt: string | null;
}

/** The list after a change of one of its links; told again, a change changes nothing. */
export function withChange(
  links: readonly SharedLink[],
  change: SharedLink,
): readonly SharedLink[] {
  const others = links.filter(({ id }) => id !== change.id);
  if (change.removedAt !== null) return others;
  return links.length === others.length ? [...links, change] : links;
}

/** How many links the person has not had before their eyes. */
export function unseenCount(links: readonly SharedLink[], seen: readonly string[]): number {
  return links.filter(({ id }) => !seen.includes(id)).length;
}
