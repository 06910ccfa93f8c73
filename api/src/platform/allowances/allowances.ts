/** So much each may do within so long. */
export interface Quota {
  /** No other quota has it. */
  readonly name: string;
  readonly most: number;
  readonly windowMs: number;
}

/** Counts how often somebody did something lately, and says when it is too often. */
export interface Allowances extends AsyncDisposable {
  /**
   * Takes so much of the quota of `key`, all or nothing. Gives how long it is until there is so much,
   * in milliseconds: 0 where it was granted, and only what is granted counts.
   */
  take(quota: Quota, key: string, count?: number): Promise<number>;
  /** Rejects where what it counts with does not answer. */
  checkHealth(): Promise<void>;
}
