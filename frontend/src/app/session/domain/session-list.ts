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

/** The list without one of its items. */
export function without<T extends Listed>(list: SessionList<T>, id: string): SessionList<T> {
  return { ...list, items: list.items.filter((known) => known.id !== id) };
}

/**
 * The list as its beginning was read anew. What had been loaded behind that beginning stays, so that
 * nobody who has scrolled far down is thrown back.
 */
export function renewed<T extends Listed>(
  list: SessionList<T>,
  beginning: SessionList<T>,
): SessionList<T> {
  const lastId = beginning.items.at(-1)?.id;
  const end = list.items.findIndex(({ id }) => id === lastId);
  if (beginning.endCursor === null || end === -1) return beginning;
  const tail = list.items.slice(end + 1);
  const endCursor = tail.length > 0 ? list.endCursor : beginning.endCursor;
  return extended(beginning, { items: tail, endCursor });
}
