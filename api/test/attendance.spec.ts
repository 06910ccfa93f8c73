import { newId } from '../src/platform/ids.ts';
import { AttendanceStore } from '../src/presence/presence.ts';
import { Meeting, minuteMs } from './meeting.ts';

/** Two processes that share one database, and a page of the mentor. */
class Replicas implements AsyncDisposable {
  readonly one = this.store();
  readonly other = this.store();
  readonly page = {
    sessionId: this.meeting.sessionId,
    connectionId: newId(),
    personId: this.meeting.people.mentor.id,
  };

  private constructor(readonly meeting: Meeting) {}

  static async start(): Promise<Replicas> {
    return new Replicas(await Meeting.plan());
  }

  opening(personId = this.page.personId) {
    return { ...this.page, personId, openingId: newId() };
  }

  /** Whose pages are open now. */
  async here(): Promise<readonly string[]> {
    const { app } = this.meeting.api;
    const { sessionId } = this.page;
    const em = app.database.fork();
    const open = await this.one.personsAtMany(em, [sessionId], this.meeting.clock.now());
    return [...(open.get(sessionId)?.keys() ?? [])];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.meeting[Symbol.asyncDispose]();
  }

  private store(): AttendanceStore {
    return new AttendanceStore(this.meeting.api.app.database, this.meeting.clock);
  }
}

describe('pages that are open', () => {
  it('FAIL-12 PRE-8 stay so when an older subscription ends elsewhere', async () => {
    await using replicas = await Replicas.start();
    const { one, other, page } = replicas;
    const [before, now] = [replicas.opening(), replicas.opening()];
    await one.open(before);
    await other.open(now);
    await one.close(before);
    expect(await replicas.here()).toEqual([page.personId]);
    expect(await other.closedAt(page.sessionId, page.connectionId)).toBeNull();
    await other.close(now);
    expect(await replicas.here()).toEqual([]);
  });

  it('FAIL-12 PRE-8 are kept fresh only by the subscription that opened them last', async () => {
    await using replicas = await Replicas.start();
    const { one, other, page, meeting } = replicas;
    const [before, now] = [replicas.opening(), replicas.opening()];
    await one.open(before);
    await other.open(now);
    meeting.clock.advance(minuteMs);
    await one.beat([before]);
    expect(await replicas.here()).toEqual([]);
    await other.beat([now]);
    expect(await replicas.here()).toEqual([page.personId]);
  });

  it('PRE-8 cannot be opened or closed in the name of somebody else', async () => {
    await using replicas = await Replicas.start();
    const { one, other, page, meeting } = replicas;
    const [own, foreign] = [replicas.opening(), replicas.opening(meeting.people.learner.id)];
    await one.open(own);
    await other.open(foreign);
    await other.close(foreign);
    expect(await replicas.here()).toEqual([page.personId]);
    await one.close(own);
    const closedAt = await one.closedAt(page.sessionId, page.connectionId);
    await other.open(foreign);
    await other.beat([foreign]);
    expect(await replicas.here()).toEqual([]);
    expect(await one.closedAt(page.sessionId, page.connectionId)).toBe(closedAt);
  });
});
