interface Listed {
  readonly id: string;
}

/** As much of a long list as has been loaded. */
export interface SessionList<T extends Listed> {
  readonly items: readonly T[];
  /** Where more begins, or `null` at the end. */
  readonly endCursor: string | null;
}

export function listOf<T extends Listed>(
  items: readonly T[],
  endCursor: string | null,
): SessionList<T> {
  return { items, endCursor };
}

/** The list with one more page; what moved between the pages meanwhile appears once. */
export function extended<T extends Listed>(
  list: SessionList<T>,
  page: SessionList<T>,
): SessionList<T> {
  const known = new Set(list.items.map(({ id }) => id));
  const fresh = page.items.filter(({ id }) => !known.has(id));
  return { items: [...list.items, ...fresh], endCursor: page.endCursor };
}

/** The list with a newer version of one of its items; others are left out. */
export function replaced<T extends Listed>(list: SessionList<T>, item: T): SessionList<T> {
  return { ...list, items: list.items.map((known) => (known.id === item.id ? item : known)) };
}
