import { hashToken } from '../src/accounts/auth/sign-in-library.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { tell } from './told.ts';

const dayMs = 24 * 60 * minuteMs;

/** The first link of the learner's only mail, and how long it signs in from now on. */
async function linkIn({ api, people, clock }: Meeting): Promise<number> {
  const em = api.app.database.fork();
  const [mail] = await em.execute<{ body: string }[]>(
    'select body from caught_mail where recipient = ?',
    [people.learner.email],
  );
  expect(mail?.body).toContain('Each works once, within 7 days');
  const [link] = /https?:\S+magic-link\S+/.exec(mail?.body ?? '') ?? [''];
  const token = new URL(link).searchParams.get('token') ?? '';
  const [row] = await em.execute<{ ends: string }[]>(
    'select "expiresAt" as ends from auth.verification where identifier = ?',
    [`magic-link:${hashToken(token)}`],
  );
  return new Date(row?.ends ?? 0).getTime() - clock.now();
}

describe('links of mails', () => {
  it('PRE-10 sign in until the session’s latest end, if that is within seven days', async () => {
    await using meeting = await Meeting.plan({}, {}, 24 * 60);
    await tell(meeting.api);
    expect(await linkIn(meeting)).toBe(dayMs + (40 + 15) * minuteMs);
  });

  it('PRE-10 sign in for seven days at the most', async () => {
    await using meeting = await Meeting.plan({}, {}, 90 * 24 * 60);
    await tell(meeting.api);
    expect(await linkIn(meeting)).toBe(7 * dayMs);
  });

  it('PRE-10 lead by signing in to the same page when their time is over', async () => {
    await using meeting = await Meeting.plan();
    const { api, people, sessionId } = meeting;
    const path = `/session/${sessionId}?check`;
    const link = await api.app.accounts.signInLink(people.learner.id, path, -1000);
    const opened = await fetch(link, { redirect: 'manual' });
    expect(opened.headers.getSetCookie()).toEqual([]);
    const target = new URL(opened.headers.get('location') ?? '', api.url);
    expect(target.pathname).toBe('/sign-in');
    expect(target.searchParams.get('next')).toBe(path);
    expect(target.searchParams.get('error')).toBe('INVALID_TOKEN');
  });
});
