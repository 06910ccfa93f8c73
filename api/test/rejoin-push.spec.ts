import { newId } from '../src/platform/ids.ts';
import { AttendanceStore } from '../src/presence/presence.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { TestDevices } from './test-devices.ts';
import { TestMailbox } from './test-mailbox.ts';
import { tell, toldBy } from './told.ts';

describe('who dropped out', () => {
  const secondMs = 1000;

  /** In the session, of which all has been told; the learner is gone in this way. */
  async function dropped(reason: 'PAGE_CLOSED' | 'LEFT_BY_CHOICE'): Promise<{
    meeting: Meeting;
    devices: TestDevices;
    mailbox: TestMailbox;
  }> {
    const [devices, mailbox] = [new TestDevices(), new TestMailbox()];
    const meeting = await Meeting.plan({}, { push: devices, mailbox });
    meeting.toMinute(1);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    await tell(meeting.api);
    devices.told.length = 0;
    meeting.toMinute(5);
    const { id: personId } = meeting.people.learner;
    const sid = 'learner-1';
    meeting.media.vanish(meeting.sessionId, sid);
    await meeting.observe({ kind: 'LEFT', sid, personId, reason, at: meeting.clock.now() });
    return { meeting, devices, mailbox };
  }

  const asked = jasmine.stringMatching(
    /Fractions.*: You left the session. Want to rejoin\? Tap to Rejoin$/,
  );

  it('FAIL-6 is asked back on their devices after 15 seconds, once', async () => {
    const { meeting, devices } = await dropped('PAGE_CLOSED');
    await using _ = meeting;
    meeting.clock.advance(14 * secondMs);
    await tell(meeting.api);
    expect(devices.told).toEqual([]);
    meeting.clock.advance(secondMs);
    await tell(meeting.api);
    await tell(meeting.api);
    expect(devices.told).toEqual([asked]);
  });

  it('FAIL-6 is asked back anew when they drop out once more', async () => {
    const { meeting, devices } = await dropped('PAGE_CLOSED');
    await using _ = meeting;
    meeting.clock.advance(20 * secondMs);
    await tell(meeting.api);
    await meeting.comes('learner', 'learner-2');
    meeting.clock.advance(20 * secondMs);
    meeting.media.vanish(meeting.sessionId, 'learner-2');
    const at = meeting.clock.now();
    await meeting.observe({ kind: 'LOST', sid: 'learner-2', at, lastSeenAt: at });
    await tell(meeting.api);
    expect(devices.told.length).toBe(1);
    meeting.clock.advance(20 * secondMs);
    await tell(meeting.api);
    expect(devices.told).toEqual([asked, asked]);
  });

  it('FAIL-6 is not asked back once they are back, or when nobody waits for them any more', async () => {
    const { meeting, devices } = await dropped('PAGE_CLOSED');
    await using _ = meeting;
    await tell(meeting.api);
    meeting.clock.advance(10 * secondMs);
    await meeting.comes('learner', 'learner-2');
    meeting.clock.advance(10 * secondMs);
    await tell(meeting.api);
    expect(devices.told).toEqual([]);
    await meeting.goes('mentor');
    meeting.clock.advance(20 * secondMs);
    await tell(meeting.api);
    expect(devices.told).toEqual([]);
  });

  const pages: readonly (readonly [string, number, number])[] = [
    ['has opened the session’s page since', 5 * secondMs, 0],
    ['has had it open all the time, and may not know that it is cut off', -5 * secondMs, 1],
  ];
  for (const [who, openedMs, times] of pages) {
    it(`FAIL-6 who ${who} is asked back ${times === 0 ? 'there alone' : 'on devices too'}`, async () => {
      const { meeting, devices } = await dropped('PAGE_CLOSED');
      await using _ = meeting;
      const { api, clock, sessionId, people } = meeting;
      const page = { sessionId, connectionId: newId(), openingId: newId() };
      clock.advance(openedMs);
      const store = new AttendanceStore(api.app.database, clock);
      await store.open({ ...page, personId: people.learner.id });
      clock.advance(16 * secondMs - openedMs);
      await store.beat([{ ...page, personId: people.learner.id }]);
      await tell(api);
      expect(devices.told).toHaveSize(times);
    });
  }

  it('FAIL-6 is asked back neither late nor by e-mail', async () => {
    const { meeting, devices, mailbox } = await dropped('PAGE_CLOSED');
    await using _ = meeting;
    devices.result = { delivered: 0, gone: 1, failed: 0 };
    meeting.clock.advance(20 * secondMs);
    await tell(meeting.api);
    await tell(meeting.api);
    expect(devices.told.length).toBe(1);
    expect((await toldBy(meeting.api)).filter((line) => line.includes('REJOIN'))).toEqual([
      'Leo REJOIN PUSH SKIPPED',
    ]);
    expect(mailbox.to(meeting.people.learner.email).join()).not.toContain('rejoin');
    await meeting.comes('learner', 'learner-2');
    const { id: personId } = meeting.people.learner;
    const at = meeting.clock.now();
    meeting.media.vanish(meeting.sessionId, 'learner-2');
    await meeting.observe({ kind: 'LEFT', sid: 'learner-2', personId, reason: 'PAGE_CLOSED', at });
    meeting.clock.advance(2 * minuteMs);
    await tell(meeting.api);
    expect(devices.told.length).toBe(1);
  });

  it('FAIL-6 is left alone where they meant to go', async () => {
    const { meeting, devices } = await dropped('LEFT_BY_CHOICE');
    await using _ = meeting;
    meeting.clock.advance(20 * secondMs);
    await tell(meeting.api);
    expect(devices.told).toEqual([]);
  });
});
