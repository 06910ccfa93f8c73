/** The product's numbers for the life of a session; all of them are settings. */
export interface SessionRules {
  /** How long before the start the room opens. */
  readonly joinWindowMs: number;
  /** How long after the start a person who has not come counts as missing. */
  readonly noShowAfterMs: number;
  /** How long both may be away, once they have met, before the session ends. */
  readonly rejoinWindowMs: number;
  /** How far beyond the scheduled end the session may go on. */
  readonly overrunMs: number;
  /** Share of the planned time that makes a session complete, from 0 to 1. */
  readonly completedShare: number;
  /** Amounts of time left that are announced. */
  readonly warningsMs: readonly number[];
}

const minuteMs = 60_000;

export const defaultRules: SessionRules = {
  joinWindowMs: 15 * minuteMs,
  noShowAfterMs: 10 * minuteMs,
  rejoinWindowMs: 2 * minuteMs,
  overrunMs: 15 * minuteMs,
  completedShare: 0.8,
  warningsMs: [5 * minuteMs, minuteMs],
};
