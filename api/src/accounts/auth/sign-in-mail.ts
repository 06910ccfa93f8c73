import { composeLetter } from '../../platform/mail/letter.ts';
import type { Mail } from '../../platform/mail/mailbox.ts';

const unasked = 'If you did not ask for this, you need not do anything.';

export function signInMail(to: string, url: string): Mail {
  return composeLetter({
    to,
    subject: 'Your PeerLearn sign-in link',
    headline: 'Welcome back!',
    paragraphs: ['This link signs you in. It works once, within the next 15 minutes.'],
    links: [{ label: 'Sign in to PeerLearn', url }],
    closing: unasked,
  });
}

export function newPasswordMail(to: string, url: string): Mail {
  return composeLetter({
    to,
    subject: 'Choose a new PeerLearn password',
    headline: 'Choose a new password',
    paragraphs: ['With this link you choose a new password. It works once, within the next hour.'],
    links: [{ label: 'Choose a password', url }],
    closing: `${unasked} Your password stays as it is.`,
  });
}

export function confirmAddressMail(to: string, url: string): Mail {
  return composeLetter({
    to,
    subject: 'Confirm your PeerLearn address',
    headline: 'Welcome to PeerLearn!',
    paragraphs: ['This link confirms your address and signs you in.'],
    links: [{ label: 'Confirm my address', url }],
    closing: unasked,
  });
}
