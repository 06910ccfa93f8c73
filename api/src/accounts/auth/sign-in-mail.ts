import { escapeHtml } from '../../platform/mail/html.ts';
import type { Mail } from '../../platform/mail/mailbox.ts';

interface Letter {
  readonly to: string;
  readonly subject: string;
  /** What the mail is about, in a sentence or two. */
  readonly opening: string;
  readonly button: string;
  readonly url: string;
  readonly closing: string;
}

const unasked = 'If you did not ask for this, you need not do anything.';

export function signInMail(to: string, url: string): Mail {
  return compose({
    to,
    url,
    subject: 'Your PeerLearn sign-in link',
    opening: 'Welcome back! This link signs you in. It works once, within the next 15 minutes.',
    button: 'Sign in to PeerLearn',
    closing: unasked,
  });
}

export function newPasswordMail(to: string, url: string): Mail {
  return compose({
    to,
    url,
    subject: 'Choose a new PeerLearn password',
    opening: 'With this link you choose a new password. It works once, within the next hour.',
    button: 'Choose a password',
    closing: `${unasked} Your password stays as it is.`,
  });
}

export function confirmAddressMail(to: string, url: string): Mail {
  return compose({
    to,
    url,
    subject: 'Confirm your PeerLearn address',
    opening: 'Welcome to PeerLearn! This link confirms your address and signs you in.',
    button: 'Confirm my address',
    closing: unasked,
  });
}

function compose(letter: Letter): Mail {
  const { to, subject, opening, button, url, closing } = letter;
  const text = `${opening}\n\n${button}:\n${url}\n\n${closing}\n\nPeerLearn\n`;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f5f5;color:#12323a;font:16px/1.5 Inter,Arial,sans-serif">
<div style="max-width:480px;margin:0 auto;padding:32px;background:#ffffff;border-radius:16px">
<h1 style="margin:0 0 16px;font:bold 22px Poppins,Arial,sans-serif">PeerLearn</h1>
<p>${escapeHtml(opening)}</p>
<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 24px;background:#00697a;color:#ffffff;border-radius:12px;text-decoration:none">${escapeHtml(button)}</a></p>
<p>If the button does not work, open this address:<br>
<a href="${escapeHtml(url)}" style="color:#00697a;word-break:break-all">${escapeHtml(url)}</a></p>
<p style="color:#4a5f66">${escapeHtml(closing)}</p>
</div></body></html>`;
  return { to, subject, html, text };
}
