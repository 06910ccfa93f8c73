import { type Request, type RequestHandler, type Response, Router } from 'express';
import { isId } from '../ids.ts';
import type { CaughtMail, CaughtMailbox } from './caught-mailbox.ts';
import { escapeHtml } from './html.ts';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);
const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Shows caught mail, and with it every sign-in link: to this machine only. */
export function caughtMailPages(mailbox: CaughtMailbox): RequestHandler {
  const router = Router();
  router.use((request, response, next) => {
    if (isFromThisMachine(request)) next();
    else response.status(404).end();
  });
  router.get('/', async (_request, response) => {
    sendPage(response, 'Caught mail', listPage(await mailbox.all()));
  });
  router.get('/:id/session.ics', async (request, response) => {
    const mail = isId(request.params.id) ? await mailbox.byId(request.params.id) : null;
    if (mail?.calendarFile) response.type('text/calendar').send(mail.calendarFile);
    else response.status(404).type('text').send('There is no such file.\n');
  });
  router.get('/:id', async (request, response) => {
    const mail = isId(request.params.id) ? await mailbox.byId(request.params.id) : null;
    if (mail) sendPage(response, mail.subject, mailPage(mail));
    else response.status(404).type('text').send('There is no such mail.\n');
  });
  return router;
}

function isFromThisMachine(request: Request): boolean {
  const isDirect = loopbackAddresses.has(request.socket.remoteAddress ?? '');
  return isDirect && loopbackHosts.has((request.headers.host ?? '').replace(/:\d+$/, ''));
}

function listPage(mails: readonly CaughtMail[]): string {
  if (mails.length === 0) return '<p>Nothing has been sent yet.</p>';
  const items = mails.map(
    (mail) => `<li><a href="/dev/mail/${mail.id}">${escapeHtml(mail.subject)}</a>
      <br>to ${escapeHtml(mail.to)}, ${time(mail)}</li>`,
  );
  return `<ol>${items.join('\n')}</ol>`;
}

function mailPage(mail: CaughtMail): string {
  const text = escapeHtml(mail.text).replaceAll(
    /https?:\/\/[^\s<]+/g,
    (address) => `<a href="${address}">${address}</a>`,
  );
  return `<p><a href="/dev/mail">All mail</a></p>
    <dl><dt>To</dt><dd>${escapeHtml(mail.to)}</dd><dt>Sent</dt><dd>${time(mail)}</dd></dl>
    ${calendarOf(mail)}
    <h2>As text</h2><pre>${text}</pre>
    <h2>As HTML</h2>
    <iframe title="The mail as HTML" sandbox="allow-top-navigation-by-user-activation"
      srcdoc="${escapeHtml(`<base target="_top">${mail.html}`)}"></iframe>`;
}

function calendarOf({ id, calendarFile }: CaughtMail): string {
  if (calendarFile === null) return '';
  const link = `<a href="/dev/mail/${id}/session.ics" download="session.ics">session.ics</a>`;
  return `<h2>Calendar file</h2><p>${link}</p><pre>${escapeHtml(calendarFile)}</pre>`;
}

function time(mail: CaughtMail): string {
  const iso = new Date(mail.sentAt).toISOString();
  return `<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}

function sendPage(response: Response, title: string, body: string): void {
  // Mails are styled in their tags, which the policy of the app itself does not allow.
  const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'self'";
  response.setHeader('Content-Security-Policy', policy);
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} · PeerLearn</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  :root { color-scheme: light dark }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
  li { margin-block: .75rem } dt { font-weight: bold } pre { white-space: pre-wrap; overflow-wrap: anywhere }
  iframe { width: 100%; height: 28rem; border: 1px solid GrayText; border-radius: .5rem; background: white }
</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${body}</main></body></html>`);
}
