/**
 * How something is that may fail: it works; it fails, with a code that may say more; there is no news,
 * because it is being tried; or it does not matter any more, because nobody wants it.
 */
export type Condition = 'works' | 'trying' | 'unwanted' | { readonly code: string | null };

/** Something that fails now. */
export interface OpenIssue {
  readonly issueId: string;
  readonly detail: string | null;
  readonly startedAt: number;
}

/** What becomes of an issue. */
export interface Turn {
  /** What goes on failing. */
  readonly open: OpenIssue | null;
  readonly over: OpenIssue | null;
  readonly begun: OpenIssue | null;
}

/**
 * What follows for an issue from how things are now. Another code is another issue. What nobody wants
 * any more has neither gone on nor become well, so nothing is said of it.
 */
export function turnOf(
  open: OpenIssue | null,
  now: Condition,
  begin: (detail: string | null) => OpenIssue,
): Turn {
  if (now === 'trying') return { open, over: null, begun: null };
  if (now === 'unwanted') return { open: null, over: null, begun: null };
  if (now === 'works') return { open: null, over: open, begun: null };
  if (open?.detail === now.code) return { open, over: null, begun: null };
  const begun = begin(now.code);
  return { open: begun, over: open, begun };
}
