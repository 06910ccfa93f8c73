import { FakePushHost } from './fake-push-host.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { saving } from './push-scene.ts';
import { TestApi } from './test-api.ts';
import { TestDevices } from './test-devices.ts';
import { TestMailbox } from './test-mailbox.ts';
import { tell, toldBy } from './told.ts';

const prefer = `mutation ($input: UpdatePreferencesInput!) {
  updatePreferences(input: $input) { __typename } }`;

function preferring(lead: string, channels: readonly string[]) {
  return { input: { reminders: [{ lead, channels }] } };
}

/** What was told of the start, and not of the plan. */
async function reminded(meeting: Meeting): Promise<readonly string[]> {
  return (await toldBy(meeting.api)).filter((line) => /REMINDER|STARTING/.test(line));
}

describe('reminders on devices', () => {
  /** Half an hour before an hour's reminder; the learner wants it by push alone, the mentor not at all. */
  async function byPush(): Promise<{
    meeting: Meeting;
    devices: TestDevices;
    mailbox: TestMailbox;
  }> {
    const [devices, mailbox] = [new TestDevices(), new TestMailbox()];
    const meeting = await Meeting.plan({}, { push: devices, mailbox }, 90);
    await tell(meeting.api);
    devices.told.length = 0;
    await meeting.ask('learner', prefer, preferring('HOUR', ['PUSH']));
    await meeting.ask('mentor', prefer, preferring('HOUR', []));
    meeting.toMinute(-60);
    return { meeting, devices, mailbox };
  }

  const wordsOfHour = 'Your session starts in 1 hour';

  it('PRE-10 go by push alone where a device takes them, also when another one fails', async () => {
    const { meeting, devices, mailbox } = await byPush();
    await using _ = meeting;
    devices.result = { delivered: 1, gone: 1, failed: 1 };
    await tell(meeting.api);
    await tell(meeting.api);
    expect(devices.told).toEqual([jasmine.stringContaining(wordsOfHour)]);
    expect(await reminded(meeting)).toEqual(['Leo REMINDER_HOUR PUSH SENT']);
    expect(mailbox.to(meeting.people.learner.email)).not.toContain(wordsOfHour);
  });

  it('PRE-3 go by e-mail, once, where no device is left', async () => {
    const { meeting, devices, mailbox } = await byPush();
    await using _ = meeting;
    devices.result = { delivered: 0, gone: 2, failed: 0 };
    await tell(meeting.api);
    await tell(meeting.api);
    await tell(meeting.api);
    expect(devices.told.length).toBe(1);
    expect(await reminded(meeting)).toEqual([
      'Leo REMINDER_HOUR EMAIL SENT',
      'Leo REMINDER_HOUR PUSH SKIPPED',
    ]);
    expect(mailbox.to(meeting.people.learner.email).filter((one) => one === wordsOfHour)).toEqual([
      wordsOfHour,
    ]);
  });

  it('PRE-3 go by e-mail at once to who has no device', async () => {
    const { meeting, devices, mailbox } = await byPush();
    await using _ = meeting;
    devices.areThere = false;
    await tell(meeting.api);
    expect(devices.told).toEqual([]);
    expect(await reminded(meeting)).toEqual(['Leo REMINDER_HOUR EMAIL SENT']);
    expect(mailbox.to(meeting.people.learner.email)).toContain(wordsOfHour);
  });

  it('PRE-10 that are late go by one e-mail where the next one goes by e-mail too', async () => {
    const { meeting, devices, mailbox } = await byPush();
    await using _ = meeting;
    devices.areThere = false;
    await meeting.ask('learner', prefer, preferring('QUARTER', ['EMAIL']));
    meeting.toMinute(-10);
    await tell(meeting.api);
    const subjects = mailbox.to(meeting.people.learner.email);
    expect(subjects.filter((subject) => subject.startsWith('Your session starts')).length).toBe(1);
    expect(await reminded(meeting)).toContain('Leo REMINDER_QUARTER EMAIL SENT');
    expect(await reminded(meeting)).not.toContain('Leo REMINDER_HOUR EMAIL SENT');
  });

  it('PRE-3 are tried three times while devices fail, and go by e-mail then', async () => {
    const { meeting, devices, mailbox } = await byPush();
    await using _ = meeting;
    devices.result = { delivered: 0, gone: 0, failed: 1 };
    await tell(meeting.api);
    expect(await reminded(meeting)).toEqual(['Leo REMINDER_HOUR PUSH DUE']);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      meeting.clock.advance(minuteMs);
      await tell(meeting.api);
    }
    expect(devices.told.length).toBe(3);
    expect(await reminded(meeting)).toEqual([
      'Leo REMINDER_HOUR EMAIL SENT',
      'Leo REMINDER_HOUR PUSH FAILED',
    ]);
    const subjects = mailbox.to(meeting.people.learner.email);
    expect(subjects.filter((subject) => subject.startsWith('Your session starts')).length).toBe(1);
  });

  it('PRE-10 go by push at a second attempt, and by no e-mail', async () => {
    const { meeting, devices } = await byPush();
    await using _ = meeting;
    devices.result = { delivered: 0, gone: 0, failed: 1 };
    await tell(meeting.api);
    devices.result = { delivered: 1, gone: 0, failed: 0 };
    meeting.clock.advance(minuteMs);
    await tell(meeting.api);
    expect(devices.told.length).toBe(2);
    expect(await reminded(meeting)).toEqual(['Leo REMINDER_HOUR PUSH SENT']);
  });

  it('PRE-10 are not lost where the database refuses the e-mail that is to stand in', async () => {
    const { meeting, devices } = await byPush();
    await using _ = meeting;
    devices.result = { delivered: 0, gone: 1, failed: 0 };
    const em = meeting.api.app.database.fork();
    await em.execute(
      'alter table notice_delivery add constraint no_stand_in check (not stands_in) not valid',
    );
    await expectAsync(tell(meeting.api)).toBeRejected();
    expect(await reminded(meeting)).toEqual(['Leo REMINDER_HOUR PUSH SENDING']);
    await em.execute('alter table notice_delivery drop constraint no_stand_in');
    // When the lease of the failed attempt is over.
    meeting.clock.advance(31_000);
    await tell(meeting.api);
    await tell(meeting.api);
    expect(await reminded(meeting)).toContain('Leo REMINDER_HOUR EMAIL SENT');
  });

  it('PRE-3 hold up no end of the program, and go out after the next start', async () => {
    await using host = await FakePushHost.start();
    const hour = 3600_000;
    const mailbox = new TestMailbox();
    const patient = { mailbox, pushTiming: { timeoutMs: hour, firstWaitMs: hour } };
    const meeting = await Meeting.plan({ PUSH_ALLOW_LOCAL: 'true' }, patient, 90);
    const { api, clock } = meeting;
    await tell(api);
    await meeting.ask('learner', prefer, preferring('HOUR', ['PUSH']));
    await meeting.ask('mentor', prefer, preferring('HOUR', []));
    const browser = host.browser('NEVER');
    await meeting.ask('learner', saving, { input: { ...browser.subscription, name: '' } });
    meeting.toMinute(-60);
    const telling = tell(api);
    while (browser.received.length === 0) await new Promise(setImmediate);
    await meeting[Symbol.asyncDispose]();
    await telling;
    clock.advance(minuteMs);
    const push = new TestDevices();
    await using next = await TestApi.start({
      databaseUrl: api.config.database.url,
      clock,
      overrides: { clock, mailbox, push },
    });
    await next.app.reminders.deliverDue();
    expect(push.told).toHaveSize(1);
  });
});
