import type { LetterLink } from '../../platform/mail/letter-content.ts';
import { composeLetter } from '../../platform/mail/letter.ts';
import type { Mail } from '../../platform/mail/mailbox.ts';
import { isReminder, type NoticeKind } from '../domain/notice.ts';
import type { Words } from '../domain/notice-words.ts';

export interface NoticeLetter {
  readonly to: string;
  readonly name: string;
  readonly kind: NoticeKind;
  readonly words: Words;
  readonly courseTitle: string;
  /** Signs in and opens the session. */
  readonly sessionUrl: string;
  /** Signs in and opens the check of camera and microphone; `null` where it is of no use. */
  readonly checkUrl: string | null;
  readonly settingsUrl: string;
}

const buttons: Partial<Record<NoticeKind, string>> = {
  SESSION_CANCELLED: 'See your sessions',
  RESCHEDULE_PROPOSED: 'Answer the proposal',
  STARTING: 'Join now',
  RECORDING_READY: 'Watch the recording',
};

/** A notice as a letter. */
export function noticeLetter(letter: NoticeLetter): Mail {
  const { kind, words, checkUrl, settingsUrl } = letter;
  const links: LetterLink[] = [
    { label: buttons[kind] ?? 'Open the session', url: letter.sessionUrl },
  ];
  if (checkUrl !== null) links.push({ label: 'Test camera and microphone first', url: checkUrl });
  const mail = composeLetter({
    to: letter.to,
    subject: words.headline,
    greeting: `Hello ${letter.name},`,
    headline: words.headline,
    paragraphs: [words.text, `Course: ${letter.courseTitle}`],
    links,
    closing: 'The links sign you in. Each works once, within 7 days; after that, sign in as usual.',
    footer: { label: 'Change your reminders', url: settingsUrl },
  });
  const headers = {
    'Auto-Submitted': 'auto-generated',
    // Reminders can be switched off; what happens to a plan is told in any case.
    ...(isReminder(kind) ? { 'List-Unsubscribe': `<${settingsUrl}>` } : {}),
  };
  return { ...mail, headers };
}
