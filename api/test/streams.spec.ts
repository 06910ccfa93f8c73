import { newId } from '../src/platform/ids.ts';
import { LocalWakeUps } from '../src/platform/streams/local-wake-ups.ts';
import { Meeting } from './meeting.ts';
import type { TestStream } from './test-stream.ts';

interface Line {
  readonly chatMessages: { readonly text: string; readonly cursor: string };
}

interface Change {
  readonly sessionChanges: {
    readonly cursor: string;
    readonly event: { readonly type: string } | null;
    readonly session: {
      readonly status: string;
      readonly clock: { readonly phase: string };
      readonly other: { readonly presence: string };
    };
  };
}

const linesQuery = `subscription ($sessionId: ID!, $after: Cursor) {
  chatMessages(sessionId: $sessionId, after: $after) { text cursor } }`;

const changesQuery = `subscription ($sessionId: ID!, $after: Cursor, $connectionId: ID) {
  sessionChanges(sessionId: $sessionId, after: $after, connectionId: $connectionId) {
    cursor event { type } session { status clock { phase } other { presence } } } }`;

function listen<Data>(meeting: Meeting, query: string, variables: object = {}): TestStream<Data> {
  return meeting.api.subscribe<Data>(
    query,
    { sessionId: meeting.sessionId, ...variables },
    meeting.cookies.learner,
  );
}

async function write(meeting: Meeting, text: string): Promise<void> {
  const request = { sessionId: meeting.sessionId, messageId: newId(), text };
  await meeting.api.app.chat.send.run({ ...request, authorId: meeting.people.mentor.id });
}

/** Hints that get lost, but for those of the pulse. */
class DeafWakeUps extends LocalWakeUps {
  override announce(): void {
    // Nobody hears.
  }
}

describe('streams that resume', () => {
  it('API-3 ROOM-7 gives each of 200 lines once and in order though the socket is cut', async () => {
    await using meeting = await Meeting.plan();
    const texts = Array.from({ length: 200 }, (_, index) => `line ${String(index)}`);
    const writing = (async () => {
      for (const text of texts) await write(meeting, text);
    })();
    const received: string[] = [];
    let after: string | null = null;
    while (received.length < texts.length) {
      // The socket is cut after a different number of lines each time, with some of them unread.
      const cutAt = received.length + 7 + (received.length % 23);
      await using stream: TestStream<Line> = listen(meeting, linesQuery, { after });
      while (received.length < Math.min(cutAt, texts.length)) {
        const { chatMessages } = await stream.nextData();
        received.push(chatMessages.text);
        after = chatMessages.cursor;
      }
    }
    await writing;
    expect(received).toEqual(texts);
  });

  it('LIFE-1 tells both within the second that the session has started', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await using stream = listen<Change>(meeting, changesQuery);
    const first = (await stream.nextData()).sessionChanges;
    expect(first.event).toBeNull();
    expect(first.session.clock.phase).toBe('JOINABLE');
    const cameAt = performance.now();
    await meeting.comes('learner');
    const started = await stream.nextWhere(
      ({ sessionChanges }) => sessionChanges.event?.type === 'SESSION_STARTED',
    );
    expect(performance.now() - cameAt).toBeLessThan(1000);
    expect(started.sessionChanges.session.clock.phase).toBe('IN_PROGRESS');
  });

  it('API-3 gives what was missed, and nothing again', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    const { cursor } = await meeting.view('learner');
    await meeting.comes('mentor');
    await meeting.comes('learner');
    await using stream = listen<Change>(meeting, changesQuery, { after: cursor });
    const types: (string | undefined)[] = [];
    while (types.at(-1) !== 'SESSION_STARTED') {
      types.push((await stream.nextData()).sessionChanges.event?.type);
    }
    expect(types).toEqual([
      'CONNECTION_JOINED',
      'SESSION_WAITING',
      'CONNECTION_JOINED',
      'SESSION_STARTED',
    ]);
  });

  it('LIFE-2 PRE-8 shows whose page is open, and that it is closed', async () => {
    await using meeting = await Meeting.plan();
    await using stream = listen<Change>(meeting, changesQuery);
    await stream.nextData();
    const isMentor = (presence: string) => (data: Change) =>
      data.sessionChanges.session.other.presence === presence;
    {
      await using _page = meeting.api.subscribe(
        changesQuery,
        { sessionId: meeting.sessionId, connectionId: newId() },
        meeting.cookies.mentor,
      );
      expect(await stream.nextWhere(isMentor('ATTENDING'))).toBeDefined();
    }
    expect(await stream.nextWhere(isMentor('ABSENT'))).toBeDefined();
  });

  it('FAIL-12 makes good for every hint that was lost', async () => {
    await using meeting = await Meeting.plan({}, { wakeUps: new DeafWakeUps() });
    await using lines: TestStream<Line> = listen(meeting, linesQuery);
    await using changes = listen<Change>(meeting, changesQuery);
    await changes.nextData();
    await write(meeting, 'Hello');
    expect((await lines.nextData()).chatMessages.text).toBe('Hello');
    const { sessionChanges } = await changes.nextWhere(
      (data) => data.sessionChanges.event !== null,
    );
    expect(sessionChanges.event?.type).toBe('MESSAGE_SENT');
    await write(meeting, 'Again');
    expect((await lines.nextData()).chatMessages.text).toBe('Again');
  });

  it('FAIL-10 gives a stranger nothing', async () => {
    await using meeting = await Meeting.plan();
    const stranger = await meeting.api.addPerson(['LEARNER']);
    const cookie = await meeting.api.signInAs(stranger.id);
    const { sessionId } = meeting;
    await using stream = meeting.api.subscribe(linesQuery, { sessionId }, cookie);
    const { data, errors } = await stream.next();
    expect(data).toBeNull();
    expect(errors[0]?.message).toBe("You're not part of this session.");
  });
});

describe('mySessionsChanged', () => {
  it('PRE-12 tells a dashboard of a session that changed', async () => {
    await using meeting = await Meeting.plan();
    await using stream = meeting.api.subscribe<{
      mySessionsChanged: { id: string; status: string };
    }>(`subscription { mySessionsChanged { id status } }`, {}, meeting.cookies.learner);
    meeting.toMinute(0);
    await meeting.comes('mentor');
    const changed = await stream.nextWhere(
      ({ mySessionsChanged }) => mySessionsChanged.status === 'WAITING',
    );
    expect(changed.mySessionsChanged.id).toBe(meeting.sessionId);
  });

  it('FAIL-12 PRE-12 makes good for every hint that was lost', async () => {
    await using meeting = await Meeting.plan({}, { wakeUps: new DeafWakeUps() });
    await using stream = meeting.api.subscribe<{ mySessionsChanged: { status: string } }>(
      `subscription { mySessionsChanged { status } }`,
      {},
      meeting.cookies.learner,
    );
    // The session is so new that the first look finds it.
    expect((await stream.nextData()).mySessionsChanged.status).toBe('SCHEDULED');
    meeting.toMinute(0);
    await meeting.comes('mentor');
    expect((await stream.nextData()).mySessionsChanged.status).toBe('WAITING');
    meeting.toMinute(1);
    await meeting.comes('learner');
    expect((await stream.nextData()).mySessionsChanged.status).toBe('ACTIVE');
  });
});
