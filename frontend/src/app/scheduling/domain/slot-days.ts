import { addDays, localTimeOf } from './local-time';

interface Timed {
  readonly startsAt: number;
}

/** One day of a calendar and what is free in it. */
export interface SlotDay<T extends Timed> {
  readonly date: string;
  readonly slots: readonly T[];
}

/** So many days from `firstDate` on, each with its slots by the clocks of the time zone. */
export function slotDays<T extends Timed>(
  slots: readonly T[],
  firstDate: string,
  count: number,
  timeZone: string,
): readonly SlotDay<T>[] {
  const byDate = Map.groupBy(slots, ({ startsAt }) => localTimeOf(startsAt, timeZone).date);
  return Array.from({ length: count }, (_day, index) => {
    const date = addDays(firstDate, index);
    return { date, slots: byDate.get(date) ?? [] };
  });
}
