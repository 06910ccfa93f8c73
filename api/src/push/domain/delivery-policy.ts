/** What a push service made of a message: its status, or that it could not be asked. */
export interface PushAnswer {
  readonly status: number | 'UNREACHABLE';
  /** How long it asks us to wait. */
  readonly retryAfterMs: number | null;
}

export type Verdict =
  | { readonly kind: 'DELIVERED' }
  /** The subscription is over and can be forgotten. */
  | { readonly kind: 'GONE' }
  /** Our own fault, or that of our key: asking again does not help. */
  | { readonly kind: 'REFUSED' }
  | { readonly kind: 'FAILED' }
  | { readonly kind: 'RETRY'; readonly afterMs: number };

export interface RetryRules {
  readonly maxAttempts: number;
  /** The first wait; each further one is twice as long. */
  readonly firstWaitMs: number;
  /** A service that asks for more patience than this is given up. */
  readonly longestWaitMs: number;
}

/** What follows from an answer to the attempt of this number, the first being 1. */
export function verdictOf(answer: PushAnswer, attempt: number, rules: RetryRules): Verdict {
  const { status } = answer;
  if (status === 'UNREACHABLE') return again(answer, attempt, rules);
  if (status >= 200 && status < 300) return { kind: 'DELIVERED' };
  if (status === 404 || status === 410) return { kind: 'GONE' };
  if (status === 429 || status === 408 || status >= 500) return again(answer, attempt, rules);
  return { kind: 'REFUSED' };
}

function again({ retryAfterMs }: PushAnswer, attempt: number, rules: RetryRules): Verdict {
  if (attempt >= rules.maxAttempts) return { kind: 'FAILED' };
  const afterMs = Math.max(retryAfterMs ?? 0, rules.firstWaitMs * 2 ** (attempt - 1));
  return afterMs > rules.longestWaitMs ? { kind: 'FAILED' } : { kind: 'RETRY', afterMs };
}

/** Reads a `Retry-After`: seconds, or a date as of HTTP. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
