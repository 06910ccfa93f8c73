import { minutesOf, timeOf } from './local-time';

export const weekdays = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

export type Weekday = (typeof weekdays)[number];

export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

type Hours = readonly TimeRange[];

export interface DayException {
  readonly date: string;
  readonly hours: Hours;
}

/** What the API keeps; days without hours are left out. */
export interface Availability {
  readonly timeZone: string;
  readonly sessionMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number;
  readonly courseIds: readonly string[];
  readonly weekly: readonly { readonly weekday: Weekday; readonly hours: Hours }[];
  readonly exceptions: readonly DayException[];
}

/** What is on its way to be kept: every weekday has its place. The end of the day is `00:00`, as time fields want it. */
export interface AvailabilityDraft extends Omit<Availability, 'weekly'> {
  readonly weekly: Readonly<Record<Weekday, Hours>>;
}

const endOfDay = '24:00';
const minutesOfDay = 24 * 60;

/** What is proposed to a mentor who begins: an hour each, a day ahead, for four weeks. */
export const emptyAvailability: Omit<Availability, 'timeZone'> = {
  sessionMinutes: 60,
  noticeMinutes: 24 * 60,
  horizonDays: 28,
  courseIds: [],
  weekly: [],
  exceptions: [],
};

export function draftOf(kept: Availability): AvailabilityDraft {
  const hoursOf = (weekday: Weekday) =>
    inFields(kept.weekly.find((day) => day.weekday === weekday)?.hours ?? []);
  const weekly = Object.fromEntries(weekdays.map((weekday) => [weekday, hoursOf(weekday)]));
  return {
    ...kept,
    weekly: weekly as Record<Weekday, Hours>,
    exceptions: kept.exceptions.map(({ date, hours }) => ({ date, hours: inFields(hours) })),
  };
}

/** The draft as the API takes it. */
export function keptOf(draft: AvailabilityDraft): Availability {
  return {
    ...draft,
    weekly: weekdays
      .map((weekday) => ({ weekday, hours: outOfFields(draft.weekly[weekday]) }))
      .filter(({ hours }) => hours.length > 0),
    exceptions: draft.exceptions.map(({ date, hours }) => ({ date, hours: outOfFields(hours) })),
  };
}

/** One more range, where there is room for it: a working day at first, then the hour after the last. */
export function withRange(hours: Hours): Hours {
  const last = hours.at(-1);
  if (!last) return [{ from: '09:00', to: '17:00' }];
  const from = Math.min(endMinutes(last.to) ?? 0, minutesOfDay - 60);
  return [...hours, { from: timeOf(from), to: timeOf(from + 60) }];
}

export function withoutRange(hours: Hours, index: number): Hours {
  return hours.filter((_range, place) => place !== index);
}

export function changedRange(hours: Hours, index: number, parts: Partial<TimeRange>): Hours {
  return hours.map((range, place) => (place === index ? { ...range, ...parts } : range));
}

/** The hours of one weekday on others too. */
export function copiedDay(
  weekly: AvailabilityDraft['weekly'],
  from: Weekday,
  to: readonly Weekday[],
): AvailabilityDraft['weekly'] {
  return { ...weekly, ...Object.fromEntries(to.map((weekday) => [weekday, weekly[from]])) };
}

/** What is wrong with the hours of a day, if anything. */
export function hoursFault(hours: Hours): string | null {
  const spans: [from: number, to: number][] = [];
  for (const { from, to } of hours) {
    const [start, end] = [minutesOf(from), endMinutes(to)];
    if (start === null || end === null) return 'Give both times.';
    if (end <= start) return 'The end has to be later than the start.';
    spans.push([start, end]);
  }
  spans.sort(([a], [b]) => a - b);
  const overlaps = spans.some(([start], index) => start < (spans[index - 1]?.[1] ?? 0));
  return overlaps ? 'These times overlap.' : null;
}

/** All that is wrong, by the field that is to be changed. */
export function draftFaults(draft: AvailabilityDraft): Readonly<Record<string, string>> {
  const { sessionMinutes, noticeMinutes, horizonDays, exceptions } = draft;
  const faults: [field: string, message: string | null][] = [
    [
      'sessionMinutes',
      isWithin(sessionMinutes, 15, 480) ? null : 'A session takes from 15 to 480 minutes.',
    ],
    [
      'noticeMinutes',
      isWithin(noticeMinutes, 0, 43_200) ? null : 'Ask for a notice of up to 30 days.',
    ],
    [
      'horizonDays',
      isWithin(horizonDays, 1, 365) ? null : 'Offer sessions for 1 to 365 days ahead.',
    ],
    ...weekdays.map((weekday): [string, string | null] => [
      `weekly.${weekday}`,
      hoursFault(draft.weekly[weekday]),
    ]),
    ...exceptions.map(({ date, hours }, index): [string, string | null] => [
      `exceptions.${String(index)}`,
      dateFault(exceptions, index, date) ?? hoursFault(hours),
    ]),
  ];
  return Object.fromEntries(faults.filter((row): row is [string, string] => row[1] !== null));
}

/** Where a fault that the API names by its date stands in the draft. */
export function fieldOf(field: string, { exceptions }: AvailabilityDraft): string {
  const [, date] = /^exceptions\.(\d{4}-\d\d-\d\d)$/.exec(field) ?? [];
  if (date === undefined) return field;
  return `exceptions.${String(exceptions.findIndex((one) => one.date === date))}`;
}

function dateFault(
  exceptions: readonly DayException[],
  index: number,
  date: string,
): string | null {
  if (date === '') return 'Choose a date.';
  const isFirst = exceptions.findIndex((one) => one.date === date) === index;
  return isFirst ? null : 'There is an exception for this date already.';
}

function isWithin(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** A range that ends at midnight ends with the day. */
function endMinutes(to: string): number | null {
  return minutesOf(to) === 0 ? minutesOfDay : minutesOf(to);
}

function inFields(hours: Hours): Hours {
  return hours.map(({ from, to }) => ({ from, to: to === endOfDay ? '00:00' : to }));
}

function outOfFields(hours: Hours): Hours {
  return hours
    .map(({ from, to }) => ({ from, to: to === '00:00' ? endOfDay : to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
