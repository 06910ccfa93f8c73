import type { Stack } from '../e2e/support/stack.ts';

/** What a row of the table is measured with. */
export interface Setting {
  readonly stack: Stack;
  /** Repetitions, where not the row's own number. */
  readonly times: number | null;
}
