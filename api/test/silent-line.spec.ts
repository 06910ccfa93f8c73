import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

const secondMs = 1000;
const report = `mutation (
  $sessionId: ID!, $connectionId: ID!, $sid: String!, $at: DateTime!, $silentSince: DateTime
) {
  reportConnection(input: {
    sessionId: $sessionId, connectionId: $connectionId, sid: $sid, state: BACK, at: $at,
    silentSince: $silentSince }) }`;

/** Two who have been together for five minutes, and how one of them says that nothing came. */
class SilentLine implements AsyncDisposable {
  readonly meeting: Meeting;
  private readonly connectionId: string;

  private constructor(meeting: Meeting, connectionId: string) {
    this.meeting = meeting;
    this.connectionId = connectionId;
  }

  static async after(minutes: number): Promise<SilentLine> {
    const meeting = await Meeting.plan();
    meeting.toMinute(0);
    const connectionId = newId();
    await meeting.comes('mentor');
    await meeting.comes('learner', 'learner-1', connectionId);
    meeting.toMinute(minutes);
    return new SilentLine(meeting, connectionId);
  }

  /** By the learner's page, in milliseconds from now. */
  async tell(from: number, until: number, sid = 'learner-1'): Promise<void> {
    const { meeting, connectionId } = this;
    const now = meeting.clock.now();
    const [silentSince, at] = [from, until].map((ms) => new Date(now + ms).toISOString());
    await meeting.ask('learner', report, { connectionId, sid, at, silentSince });
  }

  async activeMs(): Promise<number> {
    const { activeMs, runningSince } = (await this.meeting.view('mentor')).clock;
    const now = this.meeting.clock.now();
    return activeMs + (runningSince === null ? 0 : now - Date.parse(runningSince));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.meeting[Symbol.asyncDispose]();
  }
}

describe('A line over which nothing comes', () => {
  const whole = 5 * minuteMs;
  const rows: readonly [string, from: number, until: number, lessMs: number][] = [
    ['LIFE-3 does not count from the last sign of life', -8 * secondMs, 0, 8 * secondMs],
    ['LIFE-3 counts again from when it goes on', -20 * secondMs, -12 * secondMs, 8 * secondMs],
    ['LIFE-2 is believed for a minute at most', -4 * minuteMs, 0, minuteMs],
    ['LIFE-2 is nothing that is still to come', -8 * secondMs, minuteMs, 8 * secondMs],
  ];
  for (const [name, from, until, lessMs] of rows) {
    it(name, async () => {
      await using line = await SilentLine.after(5);
      await line.tell(from, until);
      expect(await line.activeMs()).toBe(whole - lessMs);
      await line.tell(from, until);
      expect(await line.activeMs()).toBe(whole - lessMs);
    });
  }

  it('LIFE-2 LIFE-3 is dated back also where the connection has ended meanwhile', async () => {
    await using line = await SilentLine.after(5);
    await line.meeting.goes('learner');
    line.meeting.clock.setTo(line.meeting.clock.now() + 2 * secondMs);
    await line.meeting.comes('learner', 'learner-2');
    await line.tell(-10 * secondMs, 0);
    expect(await line.activeMs()).toBe(whole - 8 * secondMs);
    expect((await line.meeting.view('mentor')).clock.phase).toBe('IN_PROGRESS');
  });

  it('LIFE-2 nobody shortens the time of the other, or of a connection that is not this page’s', async () => {
    await using line = await SilentLine.after(5);
    await line.meeting.comes('learner', 'learner-2');
    for (const sid of ['mentor-1', 'learner-2', 'nobody']) await line.tell(-8 * secondMs, 0, sid);
    expect(await line.activeMs()).toBe(whole);
  });
});
