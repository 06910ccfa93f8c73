import ICAL from 'ical.js';
import type { Email } from 'postal-mime';
import { Meeting, minuteMs } from './meeting.ts';
import { cookieOf, freePort, TestApi, usualSettings } from './test-api.ts';
import { TestClock } from './test-clock.ts';
import { freshDatabase } from './test-database.ts';
import { planWithoutStart, startProgram } from './test-program.ts';
import { TestSmtp } from './test-smtp.ts';
import { tell, toldBy } from './told.ts';

describe('mail of reminders', () => {
  let smtp: TestSmtp;

  beforeEach(async () => {
    smtp = await TestSmtp.start();
  });

  afterEach(() => smtp[Symbol.asyncDispose]());

  function plan(startsInMinutes = 90): Promise<Meeting> {
    return Meeting.plan(smtp.settings, {}, startsInMinutes);
  }

  /** The last mail to the learner. */
  function last(meeting: Meeting): Email {
    const mail = smtp.to(meeting.people.learner.email).at(-1);
    if (!mail) throw new Error('no mail has come');
    return mail;
  }

  it('PRE-10 comes over SMTP as text and HTML, by the clock of its reader', async () => {
    await using meeting = await plan();
    await tell(meeting.api);
    await meeting.ask(
      'learner',
      `mutation { updatePreferences(input: { timeZone: "Asia/Kolkata" }) { __typename } }`,
    );
    meeting.toMinute(-60);
    await tell(meeting.api);
    const mail = last(meeting);
    expect(mail.subject).toBe('Your session starts in 1 hour');
    expect(mail.from).toEqual({ name: 'PeerLearn', address: 'hello@peerlearn.example' });
    for (const form of [mail.text, mail.html]) {
      expect(form).toContain('Hello Leo Okafor');
      expect(form).toContain('Fractions with Maya Lindqvist');
      expect(form).toContain(`${clockIn('Asia/Kolkata', meeting.startsAt)} – `);
      expect(form).toContain(' GMT+5:30.');
      expect(form).toContain('Course: Algebra');
      expect(form).toContain(`${meeting.api.url}/settings`);
    }
    const unsubscribe = mail.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
    expect(unsubscribe).toBe(`<${meeting.api.url}/settings>`);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@127\.0\.0\.1>$/);
  });

  it('PRE-10 has a link that signs in and opens the session, and later still leads there', async () => {
    await using meeting = await plan();
    await tell(meeting.api);
    meeting.toMinute(-60);
    await tell(meeting.api);
    const [direct = '', check = ''] = linksOf(last(meeting));
    const opened = await fetch(direct, { redirect: 'manual' });
    const page = `${meeting.api.url}/session/${meeting.sessionId}`;
    expect(opened.headers.get('location')).toBe(page);
    const answer = await meeting.api.ask(
      `query ($id: ID!) { viewer { person { id } } session(id: $id) { viewerRole } }`,
      { id: meeting.sessionId },
      cookieOf(opened),
    );
    expect(answer).toEqual({
      viewer: { person: { id: meeting.people.learner.id } },
      session: { viewerRole: 'LEARNER' },
    });

    const again = await fetch(direct, { redirect: 'manual' });
    const target = new URL(again.headers.get('location') ?? '', meeting.api.url);
    expect(target.pathname).toBe('/sign-in');
    expect(target.searchParams.get('next')).toBe(`/session/${meeting.sessionId}`);
    expect(again.headers.getSetCookie()).toEqual([]);

    const checked = await fetch(check, { redirect: 'manual' });
    expect(checked.headers.get('location')).toBe(`${page}?check`);
    const checkedAgain = await fetch(check, { redirect: 'manual' });
    const next = new URL(checkedAgain.headers.get('location') ?? '', meeting.api.url);
    expect(next.searchParams.get('next')).toBe(`/session/${meeting.sessionId}?check`);
  });

  it('PRE-10 carries a calendar file that moves with the session and is struck out with it', async () => {
    await using meeting = await plan();
    await tell(meeting.api);
    const planned = entryOf(last(meeting));
    expect(planned).toEqual({
      method: 'REQUEST',
      uid: `${meeting.sessionId}@peerlearn`,
      sequence: 0,
      status: 'CONFIRMED',
      start: iso(meeting.startsAt),
      end: iso(meeting.startsAt + 40 * minuteMs),
      summary: 'Fractions with Maya Lindqvist',
      url: `${meeting.api.url}/session/${meeting.sessionId}`,
      organizer: 'mailto:hello@peerlearn.example',
      attendees: [`mailto:${meeting.people.learner.email}`],
      alarms: ['-PT15M'],
    });

    const { sessions } = meeting.api.app;
    const startsAt = meeting.startsAt + 30 * minuteMs;
    await sessions.command(meeting.sessionId, () => {
      return { type: 'RESCHEDULE', personId: null, startsAt, endsAt: startsAt + 30 * minuteMs };
    });
    await tell(meeting.api);
    expect(entryOf(last(meeting))).toEqual({
      ...planned,
      sequence: 1,
      start: iso(startsAt),
      end: iso(startsAt + 30 * minuteMs),
    });
    meeting.clock.setTo(startsAt - 60 * minuteMs);
    await tell(meeting.api);
    expect(last(meeting).subject).toBe('Your session starts in 1 hour');
    expect(entryOf(last(meeting)).sequence).toBe(1);

    const personId = meeting.people.mentor.id;
    await sessions.command(meeting.sessionId, () => {
      return { type: 'CANCEL', personId, reason: 'I am ill.' };
    });
    await tell(meeting.api);
    expect(last(meeting).subject).toBe('Session cancelled: Fractions with Maya Lindqvist');
    const { method, uid, sequence, status, alarms } = entryOf(last(meeting));
    expect({ method, uid, sequence, status, alarms }).toEqual({
      method: 'CANCEL',
      uid: planned.uid,
      sequence: 2,
      status: 'CANCELLED',
      alarms: [],
    });
  });

  it('PRE-10 shows nobody the address of the other', async () => {
    await using meeting = await plan();
    await tell(meeting.api);
    const { learner, mentor } = meeting.people;
    expect(JSON.stringify(smtp.to(learner.email))).not.toContain(mentor.email);
    expect(JSON.stringify(smtp.to(mentor.email))).not.toContain(learner.email);
  });

  for (const [name, disturb, restore] of [
    ['puts it off', () => (smtp.answer = 'LATER'), () => (smtp.answer = 'TAKE')],
    ['hangs', () => (smtp.answer = 'HOLD'), () => (smtp.answer = 'TAKE')],
    ['is away', () => smtp.leave(), () => smtp.comeBack()],
  ] as const) {
    it(`PRE-10 comes once when the mail server ${name} for a while`, async () => {
      await using meeting = await plan();
      await tell(meeting.api);
      await disturb();
      meeting.toMinute(-60);
      await tell(meeting.api);
      expect(await toldBy(meeting.api)).toContain('Leo REMINDER_HOUR EMAIL DUE');
      await restore();
      meeting.clock.advance(minuteMs);
      await tell(meeting.api);
      await tell(meeting.api);
      const subjects = smtp.to(meeting.people.learner.email).map(({ subject }) => subject);
      expect(subjects).toEqual([
        'New session: Fractions with Maya Lindqvist',
        'Your session starts in 59 minutes',
      ]);
    });
  }

  it('PRE-10 is given up at once when the mail server refuses it for good', async () => {
    await using meeting = await plan();
    await tell(meeting.api);
    smtp.answer = 'REFUSE';
    meeting.toMinute(-60);
    await tell(meeting.api);
    expect(await toldBy(meeting.api)).toContain('Leo REMINDER_HOUR EMAIL FAILED');
    const [failed] = await meeting.api.app.reminders.deliveries.list(
      { filter: 'FAILED', first: 1, after: null },
      meeting.clock.now(),
    );
    expect(failed?.lastError).toBe('EMESSAGE 554');
  });

  it('PRE-10 that was taken but not noted comes again as the same mail', async () => {
    await using meeting = await plan();
    await tell(meeting.api);
    const em = meeting.api.app.database.fork();
    // As a process leaves it that ends between the mail server's yes and its own note of it.
    await em.execute(
      `update notice_delivery set state = 'SENDING', next_attempt_at = ? where channel = 'EMAIL'`,
      [iso(meeting.clock.now())],
    );
    await tell(meeting.api);
    const [first, second] = smtp.to(meeting.people.learner.email);
    expect(second?.messageId).toBe(first?.messageId);
    expect(second?.subject).toBe(first?.subject);
  });

  it('PRE-10 that a killed program had begun to send is taken once, from the next', async () => {
    const databaseUrl = await freshDatabase();
    const port = await freePort();
    const settings = { ...usualSettings(databaseUrl, port), ...smtp.settings };
    const { emails } = await planWithoutStart(settings);
    smtp.answer = 'HOLD';
    const program = startProgram(settings);
    await smtp.untilOffered(2);
    await program.kill();
    expect(smtp.mails).toEqual([]);
    smtp.answer = 'TAKE';
    const clock = new TestClock(Date.now() + 31_000);
    await using api = await TestApi.start({
      clock,
      databaseUrl,
      settings: smtp.settings,
      overrides: { clock },
    });
    await tell(api);
    await tell(api);
    for (const email of emails) {
      expect(smtp.to(email).map(({ subject }) => subject)).toEqual([
        jasmine.stringContaining('New session: Fractions'),
      ]);
    }
    const idOf = ({ messageId }: Email) => messageId;
    expect(smtp.mails.map(idOf).sort()).toEqual(smtp.offers.map(idOf).slice(0, 2).sort());
  });

  it('PRE-10 comes once from two programs on one database', async () => {
    await using meeting = await plan();
    const { clock } = meeting;
    const databaseUrl = meeting.api.config.database.url;
    const settings = smtp.settings;
    await using other = await TestApi.start({ clock, databaseUrl, settings, overrides: { clock } });
    await Promise.all([tell(meeting.api), tell(other)]);
    meeting.toMinute(-60);
    await Promise.all([tell(meeting.api), tell(other), tell(meeting.api), tell(other)]);
    for (const { email } of Object.values(meeting.people)) {
      expect(smtp.to(email).length).toBe(2);
    }
  });
});

function linksOf({ text = '' }: Email): readonly string[] {
  return text.match(/https?:\S+magic-link\S+/g) ?? [];
}

function clockIn(timeZone: string, instant: number): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  });
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** The calendar entry of a mail, as a calendar program reads it. */
function entryOf(mail: Email) {
  const file = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  if (!file) throw new Error('there is no calendar file');
  const { content } = file;
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const calendar = ICAL.Component.fromString(text);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('there is no entry');
  const event = new ICAL.Event(component);
  const valueOf = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    status: valueOf('status'),
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    summary: event.summary,
    url: valueOf('url'),
    organizer: event.organizer.toLowerCase(),
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
    alarms: component
      .getAllSubcomponents('valarm')
      .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
  };
}
