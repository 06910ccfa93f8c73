import {
  isReminder,
  type NewsKind,
  type NoticeFacts,
  type NoticeKind,
  type Times,
} from './notice.ts';

/** What a notice speaks of, for one person. */
export interface Spoken {
  readonly kind: NoticeKind;
  /** Name of the session. */
  readonly title: string;
  /** Name of the other person. */
  readonly other: string;
  readonly startsAt: number;
  readonly facts: NoticeFacts;
  /** Who did it, as the reader would say; `null` where that is unknown. */
  readonly by: string | null;
  /** IANA name; `null` where the person has none yet. */
  readonly timeZone: string | null;
  /** When it is read or sent. */
  readonly now: number;
}

export interface Words {
  /** One line: the subject of a mail, the head of an entry. */
  readonly headline: string;
  readonly text: string;
}

/** What every system shows when a session begins (PRE-3). */
export const startingText = 'Your session is starting! Please join now.';

/** What somebody who dropped out is told on a device (FAIL-5). */
const rejoinWords: Words = {
  headline: 'You left the session. Want to rejoin?',
  text: 'Tap to Rejoin',
};

const minuteMs = 60_000;

/** Session and other person in a few words. */
export function nameOf({ title, other }: Pick<Spoken, 'title' | 'other'>): string {
  return `${title} with ${other}`;
}

/** The notice in words, with times as they are where its reader lives. */
export function wordsOf(spoken: Spoken): Words {
  const { kind, facts, startsAt } = spoken;
  const when = spanText({ startsAt, endsAt: facts.endsAt }, spoken);
  if (kind === 'REJOIN') return rejoinWords;
  if (kind === 'RECORDING_READY') return recordingWords(spoken, when);
  return isReminder(kind) ? reminderWords(spoken, when) : newsWords(kind, spoken, when);
}

function recordingWords(spoken: Spoken, when: string): Words {
  return {
    headline: `The recording is ready: ${nameOf(spoken)}`,
    text: `Your session on ${when} can be watched now.`,
  };
}

function reminderWords(spoken: Spoken, when: string): Words {
  const isStart = spoken.kind === 'STARTING';
  const away = `Your session starts ${remaining(spoken.startsAt - spoken.now)}`;
  return { headline: isStart ? startingText : away, text: `${nameOf(spoken)}: ${when}.` };
}

function newsWords(kind: NewsKind, spoken: Spoken, when: string): Words {
  const { facts, other, title, by } = spoken;
  const name = nameOf(spoken);
  switch (kind) {
    case 'SESSION_SCHEDULED':
      return { headline: `New session: ${name}`, text: `It takes place on ${when}.` };
    case 'SESSION_RESCHEDULED':
      return {
        headline: `Session moved: ${name}`,
        text: `It now takes place on ${when}${insteadOf(facts, spoken)}.`,
      };
    case 'SESSION_CANCELLED':
      return {
        headline: `Session cancelled: ${name}`,
        text: quoting(`${by ?? 'PeerLearn'} cancelled the session on ${when}.`, facts),
      };
    case 'RESCHEDULE_PROPOSED': {
      const times = facts.times.map((one) => spanText(one, spoken)).join('; ');
      return {
        headline: `${other} proposes another time for ${title}`,
        text: quoting(`Instead of ${when} it might be: ${times}.`, facts),
      };
    }
    case 'RESCHEDULE_DECLINED':
      return {
        headline: `${other} would rather not move ${title}`,
        text: quoting(`It still takes place on ${when}.`, facts),
      };
    default:
      return kind satisfies never;
  }
}

function insteadOf({ times: [before] }: NoticeFacts, writing: Writing): string {
  return before ? `, and no longer on ${momentText(before.startsAt, writing)}` : '';
}

function quoting(text: string, { said }: NoticeFacts): string {
  return said.trim() === '' ? text : `${text} “${said.trim()}”`;
}

/** A start as one says it: “in 24 hours”, “in 15 minutes”, “now”. */
export function remaining(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `in ${counted(minutes, 'minute')}`;
  const hours = Math.round(minutes / 60);
  return hours <= 36
    ? `in ${counted(hours, 'hour')}`
    : `in ${counted(Math.round(hours / 24), 'day')}`;
}

/** By whose clock a time is written, and when; that says which year needs no naming. */
type Writing = Pick<Spoken, 'timeZone' | 'now'>;

/** `Monday 23 November, 10:00`, as on the pages; a letter is read on other days, so never “today”. */
function momentText(instant: number, writing: Writing): string {
  return `${dayText(instant, writing)}, ${formats(writing.timeZone).time(instant)}`;
}

/** `Monday 23 November, 10:00 – 10:40 CET`: from when to when, and by whose clock. */
export function spanText({ startsAt, endsAt }: Times, writing: Writing): string {
  const { time, zone } = formats(writing.timeZone);
  const isSameDay = dayText(startsAt, writing) === dayText(endsAt, writing);
  const end = isSameDay ? time(endsAt) : momentText(endsAt, writing);
  return `${momentText(startsAt, writing)} – ${end} ${zone(startsAt)}`;
}

/** The day with its year where that is not the one in which it is written. */
function dayText(instant: number, { timeZone, now }: Writing): string {
  const { day, year } = formats(timeZone);
  return year(instant) === year(now) ? day(instant) : `${day(instant)} ${year(instant)}`;
}

function counted(number: number, unit: string): string {
  return `${String(number)} ${unit}${number === 1 ? '' : 's'}`;
}

interface Formats {
  readonly day: (instant: number) => string;
  readonly year: (instant: number) => string;
  readonly time: (instant: number) => string;
  /** As it is called at that instant: `CET`, `CEST`, `GMT+9`. */
  readonly zone: (instant: number) => string;
}

/** Making one takes longer than writing a mail, and there are a few hundred zones at the most. */
const known = new Map<string, Formats>();

function formats(timeZone: string | null): Formats {
  const zone = timeZone ?? 'UTC';
  const made = known.get(zone) ?? makeFormats(zone);
  known.set(zone, made);
  return made;
}

const dayParts = ['weekday', 'day', 'month'] as const;

function makeFormats(timeZone: string): Formats {
  try {
    const day = partsIn({
      ...{ timeZone, timeZoneName: 'short' },
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    });
    const time = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return {
      // Put together here: where the commas go changes with the version of the language data.
      day: (instant) => dayParts.map((part) => day(instant, part)).join(' '),
      year: (instant) => day(instant, 'year'),
      time: (instant) => time.format(instant),
      zone: (instant) => day(instant, 'timeZoneName'),
    };
  } catch (error) {
    // A zone that this machine has not heard of yet.
    if (error instanceof RangeError && timeZone !== 'UTC') return makeFormats('UTC');
    throw error;
  }
}

function partsIn(options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat('en-GB', options);
  return (instant: number, wanted: Intl.DateTimeFormatPartTypes) =>
    format.formatToParts(instant).find(({ type }) => type === wanted)?.value ?? '';
}
