export interface Waiting {
  /** What is waited for, as the complaint names it. */
  readonly what: string;
  readonly timeoutMs: number;
  readonly everyMs?: number;
  /** Rejects when there is nothing left to wait for. */
  readonly giveUp?: Promise<never>;
  readonly signal?: AbortSignal | undefined;
}

export function pause(ms: number): Promise<void>;

export function waitUntil(
  isReady: () => boolean | Promise<boolean>,
  waiting: Waiting,
): Promise<void>;
