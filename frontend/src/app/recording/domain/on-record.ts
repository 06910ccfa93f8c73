/** From when to when both had agreed; `to` is null while they do. */
export interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** Clocks of two machines agree to about that. */
const clocksMs = 250;

/** Whether all of what was recorded from `from` until `until` was on the record. */
export function isOnRecord(spans: readonly Span[], from: number, until: number): boolean {
  return spans.some(
    (span) => span.from <= from + clocksMs && (span.to === null || until <= span.to),
  );
}
