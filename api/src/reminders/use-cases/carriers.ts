import type { Mailbox } from '../../platform/mail/mailbox.ts';
import type { Push } from '../../push/push.ts';
import { isReminder, type NoticeKind } from '../domain/notice.ts';
import { nameOf, startingText, type Words } from '../domain/notice-words.ts';
import { calendarSequence } from '../domain/wanted-notices.ts';
import { calendarFile } from '../mail/calendar-file.ts';
import { noticeLetter } from '../mail/notice-letter.ts';
import { type Parcel, spokenOf, wordsFor } from './parcels.ts';

/** Whether somebody was there to take it. */
type Carried = 'TAKEN' | 'NOBODY';

/** Takes a notice to its person on one way; rejects where that has to be tried again. */
export type Carrier = (parcel: Parcel, now: number) => Promise<Carried>;

/** No device could be reached for now. */
class PushNotTaken extends Error {
  override readonly name = 'PushNotTaken';
  readonly reason = 'no device answered';
  readonly isPermanent = false;
}

export function pushCarrier(push: Pick<Push, 'send'>): Carrier {
  return async (parcel, now) => {
    const { notice, story } = parcel;
    const words = wordsFor(parcel, now);
    const isUrgent = notice.kind === 'STARTING' || notice.kind === 'REJOIN';
    const { delivered, failed } = await push.send(notice.personId, {
      title: nameOf(spokenOf(parcel, now)),
      body: pushText(notice.kind, words),
      path: sessionPath(story.id),
      tag: `session-${story.id}`,
      isUrgent,
      ttlSeconds: Math.max(1, Math.round((notice.expiresAt - now) / 1000)),
    });
    if (delivered > 0) return 'TAKEN';
    if (failed > 0) throw new PushNotTaken();
    return 'NOBODY';
  };
}

/** On a locked screen there is room for little. */
function pushText(kind: NoticeKind, { headline, text }: Words): string {
  if (kind === 'STARTING') return startingText;
  return kind === 'REJOIN' ? `${headline} ${text}` : `${headline}. ${text}`;
}

/** A mail lies about for years. Later its links lead by the page for signing in. */
const longestLinkMs = 7 * 24 * 3600_000;

export interface MailCarrierOptions {
  readonly mailbox: Mailbox;
  readonly publicUrl: string;
  readonly sender: { readonly name: string; readonly email: string };
  /** An address that signs a person in once and goes on to a path. */
  readonly signInLink: (personId: string, path: string, validForMs: number) => Promise<string>;
}

export function mailCarrier(options: MailCarrierOptions): Carrier {
  const { mailbox, publicUrl, signInLink } = options;
  return async (parcel, now) => {
    const { notice, story, recipient } = parcel;
    const { kind } = notice;
    const validForMs = Math.min(notice.expiresAt - now, longestLinkMs);
    const linkTo = (path: string) => signInLink(recipient.id, path, validForMs);
    const isCancelled = kind === 'SESSION_CANCELLED';
    const [sessionUrl, checkUrl] = await Promise.all([
      linkTo(isCancelled ? '/' : sessionPath(story.id)),
      isReminder(kind) ? linkTo(`${sessionPath(story.id)}?check`) : null,
    ]);
    const letter = noticeLetter({
      to: recipient.email,
      name: recipient.displayName,
      kind,
      words: wordsFor(parcel, now),
      courseTitle: story.courseTitle,
      sessionUrl,
      checkUrl,
      settingsUrl: `${publicUrl}/settings`,
    });
    await mailbox.send({
      ...letter,
      // The same at every attempt, so that a server or reader can tell a repeated mail.
      messageId: `${notice.id}@${new URL(publicUrl).hostname}`,
      ...(hasCalendar(parcel) ? { calendar: calendarOf(parcel, options, now) } : {}),
    });
    return 'TAKEN';
  };
}

export function sessionPath(sessionId: string): string {
  return `/session/${sessionId}`;
}

const withoutCalendar: readonly NoticeKind[] = [
  'RESCHEDULE_PROPOSED',
  'RESCHEDULE_DECLINED',
  'RECORDING_READY',
];

/** A wish changes nobody's calendar, and neither does what comes of a session that is over. */
function hasCalendar({ notice: { kind } }: Parcel): boolean {
  return !withoutCalendar.includes(kind);
}

const alarmMs = 15 * 60_000;

function calendarOf(parcel: Parcel, { publicUrl, sender }: MailCarrierOptions, now: number) {
  const { notice, story, recipient } = parcel;
  const url = `${publicUrl}${sessionPath(story.id)}`;
  return calendarFile({
    sessionId: story.id,
    sequence: calendarSequence(story),
    isCancelled: notice.kind === 'SESSION_CANCELLED',
    summary: nameOf(spokenOf(parcel, now)),
    description: `Course: ${story.courseTitle}\nJoin: ${url}`,
    startsAt: story.startsAt,
    endsAt: story.endsAt,
    url,
    madeAt: now,
    alarmMs,
    organizer: sender,
    attendee: { name: recipient.displayName, email: recipient.email },
  });
}
