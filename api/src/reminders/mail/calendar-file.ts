import {
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
} from 'ical-generator';
import type { MailCalendar } from '../../platform/mail/mailbox.ts';

/** What a calendar holds of a session, for one person. */
export interface CalendarEntry {
  readonly sessionId: string;
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly summary: string;
  readonly description: string;
  readonly startsAt: number;
  readonly endsAt: number;
  /** Page of the session. */
  readonly url: string;
  /** When the file was made. */
  readonly madeAt: number;
  readonly alarmMs: number;
  readonly organizer: { readonly name: string; readonly email: string };
  /** Whose calendar it is; nobody's address is shown to the other. */
  readonly attendee: { readonly name: string; readonly email: string };
}

/**
 * The session as iCalendar (RFC 5545, RFC 5546). Its identifier never changes and its sequence rises,
 * so a calendar moves or strikes out the entry that it has.
 */
export function calendarFile(entry: CalendarEntry): MailCalendar {
  const { isCancelled, organizer, attendee } = entry;
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = new ICalCalendar({
    prodId: { company: 'PeerLearn', product: 'PeerLearn', language: 'EN' },
    method,
  });
  const event = calendar.createEvent({
    id: `${entry.sessionId}@peerlearn`,
    sequence: entry.sequence,
    stamp: new Date(entry.madeAt),
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    summary: entry.summary,
    description: entry.description,
    url: entry.url,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: isCancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: { ...organizer },
  });
  event.createAttendee({ ...attendee, rsvp: false });
  if (!isCancelled) {
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: entry.alarmMs / 1000 });
  }
  return { method: isCancelled ? 'CANCEL' : 'REQUEST', content: calendar.toString() };
}
