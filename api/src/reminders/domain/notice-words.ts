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

const minuteMs = 60_000;

/** Session and other person in a few words. */
export function nameOf({ title, other }: Pick<Spoken, 'title' | 'other'>): string {
  return `${title} with ${other}`;
}

/** The notice in words, with times as they are where its reader lives. */
export function wordsOf(spoken: Spoken): Words {
  const { kind, facts, startsAt, timeZone } = spoken;
  const when = spanText({ startsAt, endsAt: facts.endsAt }, timeZone);
  return isReminder(kind) ? reminderWords(spoken, when) : newsWords(kind, spoken, when);
}

function reminderWords(spoken: Spoken, when: string): Words {
  const isStart = spoken.kind === 'STARTING';
  const away = `Your session starts ${remaining(spoken.startsAt - spoken.now)}`;
  return { headline: isStart ? startingText : away, text: `${nameOf(spoken)}: ${when}.` };
}

function newsWords(kind: NewsKind, spoken: Spoken, when: string): Words {
  const { facts, timeZone, other, title, by } = spoken;
  const name = nameOf(spoken);
  switch (kind) {
    case 'SESSION_SCHEDULED':
      return { headline: `New session: ${name}`, text: `It takes place on ${when}.` };
    case 'SESSION_RESCHEDULED':
      return {
        headline: `Session moved: ${name}`,
        text: `It now takes place on ${when}${insteadOf(facts, timeZone)}.`,
      };
    case 'SESSION_CANCELLED':
      return {
        headline: `Session cancelled: ${name}`,
        text: quoting(`${by ?? 'PeerLearn'} cancelled the session on ${when}.`, facts),
      };
    case 'RESCHEDULE_PROPOSED': {
      const times = facts.times.map((one) => spanText(one, timeZone)).join('; ');
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

function insteadOf({ times: [before] }: NoticeFacts, timeZone: string | null): string {
  return before ? `, and no longer on ${instantText(before.startsAt, timeZone)}` : '';
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

/** A day and a time of day where that person lives. */
function instantText(instant: number, timeZone: string | null): string {
  const { day, time } = formats(timeZone);
  return `${day(instant)} at ${time(instant)}`;
}

/** From when to when, and by whose clock. */
export function spanText({ startsAt, endsAt }: Times, timeZone: string | null): string {
  const { day, time, zone } = formats(timeZone);
  const isSameDay = day(startsAt) === day(endsAt);
  const end = isSameDay ? time(endsAt) : instantText(endsAt, timeZone);
  return `${day(startsAt)}, ${time(startsAt)}–${end} (${zone})`;
}

function counted(number: number, unit: string): string {
  return `${String(number)} ${unit}${number === 1 ? '' : 's'}`;
}

interface Formats {
  readonly day: (instant: number) => string;
  readonly time: (instant: number) => string;
  readonly zone: string;
}

/** Making one takes longer than writing a mail, and there are a few hundred zones at the most. */
const known = new Map<string, Formats>();

function formats(timeZone: string | null): Formats {
  const zone = timeZone ?? 'UTC';
  const made = known.get(zone) ?? makeFormats(zone);
  known.set(zone, made);
  return made;
}

const dayParts = ['weekday', 'day', 'month', 'year'] as const;

function makeFormats(timeZone: string): Formats {
  try {
    const day = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const time = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    return {
      // Put together here: where the commas go changes with the version of the language data.
      day: (instant) => {
        const parts = new Map(day.formatToParts(instant).map(({ type, value }) => [type, value]));
        return dayParts.map((part) => parts.get(part) ?? '').join(' ');
      },
      time: (instant) => time.format(instant),
      zone: timeZone.replaceAll('_', ' '),
    };
  } catch (error) {
    // A zone that this machine has not heard of yet.
    if (error instanceof RangeError && timeZone !== 'UTC') return makeFormats('UTC');
    throw error;
  }
}
