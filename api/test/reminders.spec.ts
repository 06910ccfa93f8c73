import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { TestApi } from './test-api.ts';
import { TestMailbox } from './test-mailbox.ts';
import { TestMeter } from './test-meter.ts';
import { tell, toldBy } from './told.ts';

const twoDays = 2 * 24 * 60;
const ways = ['EMAIL SENT', 'IN_APP SENT']; // Nobody here has a device.

function both(kind: string): readonly string[] {
  return ['Leo', 'Maya'].flatMap((person) => ways.map((way) => `${person} ${kind} ${way}`));
}

/** What was told of the start, and not of the plan. */
async function reminded(meeting: Meeting): Promise<readonly string[]> {
  return (await toldBy(meeting.api)).filter((line) => /REMINDER|STARTING/.test(line));
}

const prefer = `mutation ($input: UpdatePreferencesInput!) {
  updatePreferences(input: $input) { __typename } }`;

function preferring(lead: string, channels: readonly string[]) {
  return { input: { reminders: [{ lead, channels }] } };
}

async function reschedule(meeting: Meeting, byMinutes: number): Promise<void> {
  const startsAt = meeting.startsAt + byMinutes * minuteMs;
  const answer = await meeting.api.app.sessions.command(meeting.sessionId, () => {
    const endsAt = startsAt + 40 * minuteMs;
    return { type: 'RESCHEDULE', personId: meeting.people.mentor.id, startsAt, endsAt };
  });
  expect(answer).toEqual({ done: true });
}

async function cancel(meeting: Meeting): Promise<void> {
  const personId = meeting.people.mentor.id;
  await meeting.api.app.sessions.command(meeting.sessionId, () => {
    return { type: 'CANCEL', personId, reason: 'I am ill.' };
  });
}

describe('reminders', () => {
  it('PRE-10 tell both of a new session on every way', async () => {
    await using meeting = await Meeting.plan();
    await tell(meeting.api);
    expect(await toldBy(meeting.api)).toEqual(both('SESSION_SCHEDULED'));
  });

  it('PRE-10 come a day, an hour, a quarter and a minute before, each once', async () => {
    await using meeting = await Meeting.plan({}, {}, twoDays);
    const expected: string[] = [];
    for (const [minute, kind] of [
      [-1440, 'REMINDER_DAY'],
      [-60, 'REMINDER_HOUR'],
      [-15, 'REMINDER_QUARTER'],
      [-1, 'STARTING'],
    ] as const) {
      meeting.clock.setTo(meeting.startsAt + minute * minuteMs - 1);
      await tell(meeting.api);
      expect(await reminded(meeting))
        .withContext(`just before ${kind}`)
        .toEqual(expected);
      meeting.toMinute(minute);
      await Promise.all([tell(meeting.api), tell(meeting.api), tell(meeting.api)]);
      expected.push(...both(kind));
      expect(await reminded(meeting)).toEqual(expected);
    }
  });

  it('PRE-10 do not come late of a session that is planned ten minutes ahead', async () => {
    await using meeting = await Meeting.plan({}, {}, 10);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual([]);
    meeting.toMinute(-1);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual(both('STARTING'));
  });

  it('PRE-10 go by the settings', async () => {
    await using meeting = await Meeting.plan({ REMINDER_MINUTES: '18, 9, 5, 2' });
    meeting.toMinute(-2);
    await tell(meeting.api);
    expect((await reminded(meeting)).filter((line) => line.includes('EMAIL SENT'))).toEqual([
      'Leo STARTING EMAIL SENT',
      'Maya STARTING EMAIL SENT',
    ]);
  });

  it('PRE-10 follow a session that is moved, there and back, and never come twice', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 90);
    const told: string[] = [];
    const step = async (minute: number, byMinutes?: number) => {
      meeting.toMinute(minute);
      if (byMinutes !== undefined) await reschedule(meeting, byMinutes);
      await tell(meeting.api);
      const subjects = mailbox.to(meeting.people.learner.email);
      told.push(`${String(minute)}: ${subjects.slice(told.length).join()}`);
    };
    await step(-90);
    await step(-60);
    await step(-59, 30);
    await step(-30);
    await step(-29, 0);
    await step(-15);
    await step(-1);
    expect(told).toEqual([
      '-90: New session: Fractions with Maya Lindqvist',
      '-60: Your session starts in 1 hour',
      '-59: Session moved: Fractions with Maya Lindqvist',
      '-30: Your session starts in 1 hour',
      '-29: Session moved: Fractions with Maya Lindqvist',
      '-15: Your session starts in 15 minutes',
      '-1: Your session is starting! Please join now.',
    ]);
  });

  it('PRE-10 are taken back by a cancellation, which both are told of with the reason', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 90);
    await tell(meeting.api);
    await cancel(meeting);
    await tell(meeting.api);
    meeting.toMinute(0);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual([]);
    expect(mailbox.to(meeting.people.learner.email)).toEqual([
      'New session: Fractions with Maya Lindqvist',
      'Session cancelled: Fractions with Maya Lindqvist',
    ]);
    expect(mailbox.sent.at(-1)?.text).toContain('I am ill.');
  });

  it('PRE-10 are left out where a person does not want them at that moment', async () => {
    await using meeting = await Meeting.plan({}, {}, 90);
    await tell(meeting.api);
    await meeting.ask('learner', prefer, preferring('HOUR', ['IN_APP']));
    await meeting.ask('mentor', prefer, preferring('HOUR', []));
    meeting.toMinute(-60);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual(['Leo REMINDER_HOUR IN_APP SENT']);
  });

  it('PRE-10 are not sent when the session is cancelled in the last second', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 90);
    await tell(meeting.api);
    mailbox.fault = new Error('the wire is cut');
    meeting.toMinute(-60);
    await tell(meeting.api);
    expect(await reminded(meeting)).toContain('Leo REMINDER_HOUR EMAIL DUE');
    await cancel(meeting);
    mailbox.fault = null;
    meeting.toMinute(-59);
    await tell(meeting.api);
    expect(await reminded(meeting)).toContain('Leo REMINDER_HOUR EMAIL SKIPPED');
    expect(mailbox.to(meeting.people.learner.email).at(-1)).toContain('Session cancelled');
  });

  it('PRE-10 are not sent when they are turned off after a first attempt', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 90);
    await tell(meeting.api);
    mailbox.fault = new Error('the wire is cut');
    meeting.toMinute(-60);
    await tell(meeting.api);
    await meeting.ask('learner', prefer, preferring('HOUR', ['PUSH']));
    mailbox.fault = null;
    meeting.toMinute(-59);
    await tell(meeting.api);
    const lines = await reminded(meeting);
    expect(lines).toContain('Leo REMINDER_HOUR EMAIL SKIPPED');
    expect(lines).toContain('Maya REMINDER_HOUR EMAIL SENT');
  });

  it('PRE-10 are tried again with pauses while mail does not go out, and given up at the end', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 5);
    await tell(meeting.api);
    mailbox.fault = new Error('the wire is cut');
    meeting.toMinute(-1);
    await tell(meeting.api);
    const first = mailbox.attempts;
    await tell(meeting.api);
    expect(mailbox.attempts).toBe(first);
    for (let minute = 0; minute <= 60; minute += 1) {
      meeting.toMinute(minute);
      await tell(meeting.api);
    }
    expect(await reminded(meeting)).toContain('Leo STARTING EMAIL FAILED');
    expect(mailbox.attempts).toBeGreaterThan(first + 10);
    expect(mailbox.attempts).toBeLessThan(first + 60);
  });

  it('PRE-10 come once after a time in which nothing ran, the latest of them alone', async () => {
    const mailbox = new TestMailbox();
    const meter = new TestMeter();
    const before = await Meeting.plan({}, { mailbox, noticeMeter: meter }, twoDays);
    await tell(before.api);
    const databaseUrl = before.api.config.database.url;
    await before.api.app.database.fork().execute('truncate jobs.agenda_jobs');
    await before[Symbol.asyncDispose]();
    before.toMinute(-50);
    const { clock } = before;
    await using api = await TestApi.start({
      clock,
      databaseUrl,
      overrides: { clock, mailbox, noticeMeter: meter },
    });
    await Promise.all([tell(api), tell(api)]);
    await tell(api);
    expect(mailbox.to(before.people.learner.email)).toEqual([
      'New session: Fractions with Maya Lindqvist',
      'Your session starts in 50 minutes',
    ]);
    expect(meter.late).toContain('REMINDER_HOUR EMAIL 10');
  });

  it('PRE-10 are found again where a hint and everything derived was lost', async () => {
    await using meeting = await Meeting.plan({}, {}, 90);
    await tell(meeting.api);
    const em = meeting.api.app.database.fork();
    await em.execute('delete from notice where fanned_out_at is null');
    meeting.toMinute(-60);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual(both('REMINDER_HOUR'));
  });

  it('PRE-10 come where the database counts the time of a change finer than the program', async () => {
    await using meeting = await Meeting.plan({}, {}, 90);
    const em = meeting.api.app.database.fork();
    const finer = `interval '0.4 milliseconds'`;
    await em.execute(
      `update session set changed_at = changed_at + ${finer}, starts_at = starts_at + ${finer}`,
    );
    meeting.toMinute(-60);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual(both('REMINDER_HOUR'));
  });

  it('PRE-10 come once each from two programs on one database', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 90);
    const { clock } = meeting;
    const databaseUrl = meeting.api.config.database.url;
    await using other = await TestApi.start({ clock, databaseUrl, overrides: { clock, mailbox } });
    meeting.toMinute(-60);
    await Promise.all([tell(meeting.api), tell(other), tell(other), tell(meeting.api)]);
    const ids = mailbox.sent.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await reminded(meeting)).toEqual(both('REMINDER_HOUR'));
  });

  it('PRE-10 that a program had begun to send go out from another when it is gone', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 90);
    await tell(meeting.api);
    const em = meeting.api.app.database.fork();
    meeting.toMinute(-60);
    mailbox.fault = new Error('the wire is cut');
    await tell(meeting.api);
    mailbox.fault = null;
    // As a process leaves them that ends in the middle of it.
    await em.execute(
      `update notice_delivery set state = 'SENDING', claimed_by = ?, next_attempt_at = ?
         where state = 'DUE'`,
      [newId(), new Date(meeting.clock.now() + 30_000).toISOString()],
    );
    await tell(meeting.api);
    expect(await reminded(meeting)).toContain('Leo REMINDER_HOUR EMAIL SENDING');
    meeting.clock.advance(30_000);
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual(both('REMINDER_HOUR'));
  });

  it('PRE-10 tell of wishes to move a session whom they concern', async () => {
    await using meeting = await Meeting.plan({}, {}, twoDays);
    await tell(meeting.api);
    const { mentor, learner } = meeting.people;
    const proposalId = newId();
    const startsAt = meeting.startsAt + 60 * minuteMs;
    const times = [{ startsAt, endsAt: startsAt + 40 * minuteMs }];
    const { sessions } = meeting.api.app;
    await sessions.command(meeting.sessionId, () => {
      return { type: 'PROPOSE_RESCHEDULE', personId: mentor.id, proposalId, times, note: 'Sorry' };
    });
    meeting.clock.advance(minuteMs);
    await tell(meeting.api);
    await sessions.command(meeting.sessionId, () => {
      return { type: 'DECLINE_RESCHEDULE', personId: learner.id, proposalId, reason: 'No' };
    });
    await tell(meeting.api);
    const wishes = (await toldBy(meeting.api)).filter((line) => line.includes('RESCHEDULE_'));
    expect(wishes).toEqual([
      ...ways.map((way) => `Leo RESCHEDULE_PROPOSED ${way}`),
      ...ways.map((way) => `Maya RESCHEDULE_DECLINED ${way}`),
    ]);
  });
});
