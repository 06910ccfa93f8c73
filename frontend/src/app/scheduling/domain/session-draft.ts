import { instantOfLocal } from './local-time';

/** A session on its way to be planned, as its form has it. */
export interface SessionDraft {
  readonly courseId: string;
  readonly learnerId: string;
  readonly title: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: number;
  readonly topics: readonly string[];
}

interface SessionTime {
  readonly startsAt: number;
  readonly endsAt: number;
}

const minuteMs = 60_000;

/** From when to when it would be; `null` where that is no time, or one that the clocks skip. */
export function draftTime(
  { date, time, minutes }: Pick<SessionDraft, 'date' | 'time' | 'minutes'>,
  timeZone: string,
): SessionTime | null {
  const startsAt = instantOfLocal({ date, time }, timeZone);
  return startsAt === null || !Number.isFinite(minutes)
    ? null
    : { startsAt, endsAt: startsAt + minutes * minuteMs };
}

/** All that is wrong, by the field that is to be changed. */
export function sessionFaults(
  draft: SessionDraft,
  timeZone: string,
  now: number,
): Readonly<Record<string, string>> {
  const rows: [field: string, message: string | null][] = [
    ['courseId', draft.courseId ? null : 'Choose a course.'],
    ['learnerId', draft.learnerId ? null : 'Choose a learner.'],
    ['title', draft.title.trim() ? null : 'Give the session a title.'],
    ['minutes', lengthFault(draft.minutes)],
    ...startFaults(draft, timeZone, now),
  ];
  return Object.fromEntries(rows.filter((row): row is [string, string] => row[1] !== null));
}

/** What is wrong with a start that somebody gave, by field. */
export function startFaults(
  { date, time }: Pick<SessionDraft, 'date' | 'time'>,
  timeZone: string,
  now: number,
): [field: 'date' | 'time', message: string | null][] {
  if (date === '' || time === '') {
    return [
      ['date', date === '' ? 'Choose a date.' : null],
      ['time', time === '' ? 'Choose a time.' : null],
    ];
  }
  const startsAt = instantOfLocal({ date, time }, timeZone);
  if (startsAt === null) {
    return [['time', 'The clocks skip this time on that day. Choose another.']];
  }
  return [['time', startsAt <= now ? 'Choose a time that is still to come.' : null]];
}

function lengthFault(minutes: number): string | null {
  const isPossible = Number.isInteger(minutes) && minutes >= 5 && minutes <= 480;
  return isPossible ? null : 'A session takes from 5 minutes to 8 hours.';
}
