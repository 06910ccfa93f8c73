import type { News } from '../platform/streams/news.ts';
import { LocalWakeUps } from '../platform/streams/local-wake-ups.ts';
import type { SessionSnapshot } from '../sessions/session-snapshot.ts';
import { EventRecord, type SessionEventType } from '../sessions/session-events.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { SessionStream, type SessionChange } from './session-stream.ts';

/** A session's log, and how often it and the session were read. */
class Log {
  readonly wakeUps = new LocalWakeUps();
  readonly leave = new AbortController();
  readonly events: EventRecord[] = [];
  attending: ReadonlyMap<string, number> = new Map();
  readonly reads = { log: 0, session: 0 };
  private readonly stream: SessionStream;

  constructor() {
    const sessions = {
      events: { after: (_id: string, seq: number) => this.after(seq) },
      reader: { byIds: () => this.session() },
    };
    this.stream = new SessionStream({
      // The two methods are all that the stream calls.
      sessions: sessions as unknown as Pick<Sessions, 'events' | 'reader'>,
      wakeUps: this.wakeUps,
      clock: { now: () => 5000 },
    });
  }

  follow(after: number | null): AsyncGenerator<SessionChange, void> {
    return this.stream.changes({ sessionId: 's', after, signal: this.leave.signal });
  }

  append(type: SessionEventType): EventRecord {
    const event = new EventRecord({ seq: this.events.length + 1, type, personId: null, at: 1 });
    this.events.push(event);
    return event;
  }

  tell(type: SessionEventType): void {
    const event = this.append(type);
    this.hint({ last: event.seq, appended: { first: event.seq, rows: [event] } });
  }

  hint(news?: News): void {
    this.wakeUps.announce('session:s', news);
  }

  private after(seq: number): Promise<readonly EventRecord[]> {
    this.reads.log += 1;
    return Promise.resolve(this.events.filter((event) => event.seq > seq));
  }

  private session(): Promise<readonly SessionSnapshot[]> {
    this.reads.session += 1;
    const { attending } = this;
    const lastSeq = this.events.length;
    // What a stream looks at of a session.
    return Promise.resolve([{ id: 's', lastSeq, attending, now: 1 } as unknown as SessionSnapshot]);
  }
}

async function next(stream: AsyncGenerator<SessionChange, void>): Promise<SessionChange> {
  const { value } = await stream.next();
  if (!value) throw new Error('the stream is over');
  return value;
}

describe('SessionStream', () => {
  it('PRE-8 reads the session again for a readiness, which is part of it', async () => {
    const log = new Log();
    log.append('SESSION_SCHEDULED');
    const stream = log.follow(null);
    await next(stream);
    const change = next(stream);
    log.tell('READINESS_REPORTED');
    expect((await change).event?.type).toBe('READINESS_REPORTED');
    expect(log.reads.session).toBe(2);
  });

  it('API-3 reads nothing for a line of the chat, and knows its place', async () => {
    const log = new Log();
    log.append('SESSION_SCHEDULED');
    const stream = log.follow(null);
    await next(stream);
    const before = { ...log.reads };
    const later = next(stream);
    await new Promise(setImmediate);
    log.tell('MESSAGE_SENT');
    const { event, snapshot } = await later;
    expect(event?.type).toBe('MESSAGE_SENT');
    expect(snapshot).toEqual(jasmine.objectContaining({ lastSeq: 2, now: 5000 }));
    expect(log.reads).toEqual(before);
  });

  it('API-3 reads the session again, and not the log, for an event of its life', async () => {
    const log = new Log();
    const stream = log.follow(null);
    await next(stream);
    const later = next(stream);
    await new Promise(setImmediate);
    log.tell('SESSION_WAITING');
    expect((await later).event?.type).toBe('SESSION_WAITING');
    expect(log.reads).toEqual({ log: 0, session: 2 });
  });

  it('API-3 asks for nothing while it is told that nothing is new', async () => {
    const log = new Log();
    log.append('SESSION_SCHEDULED');
    const stream = log.follow(null);
    await next(stream);
    const later = next(stream);
    for (let beat = 0; beat < 3; beat += 1) {
      await new Promise(setImmediate);
      log.hint({ last: 1 });
    }
    await new Promise(setImmediate);
    expect(log.reads).toEqual({ log: 0, session: 1 });
    log.tell('SESSION_WAITING');
    expect((await later).event?.seq).toBe(2);
  });

  it('API-3 makes good for news that were lost, each event once', async () => {
    const log = new Log();
    const stream = log.follow(null);
    await next(stream);
    const later = next(stream);
    await new Promise(setImmediate);
    log.append('MESSAGE_SENT');
    log.tell('SESSION_WAITING');
    log.hint({ last: 2 });
    expect((await later).event?.seq).toBe(1);
    expect((await next(stream)).event?.seq).toBe(2);
    const last = next(stream);
    await new Promise(setImmediate);
    log.tell('MESSAGE_SENT');
    expect((await last).event?.seq).toBe(3);
    expect(log.reads.log).toBe(1);
  });

  it('LIFE-2 tells that a page has opened, once', async () => {
    const log = new Log();
    const stream = log.follow(null);
    await next(stream);
    const later = next(stream);
    await new Promise(setImmediate);
    log.attending = new Map([['ana', 1]]);
    log.hint();
    const { event, snapshot } = await later;
    expect(event).toBeNull();
    expect([...snapshot.attending.keys()]).toEqual(['ana']);
    const last = next(stream);
    log.hint();
    await new Promise(setImmediate);
    log.tell('MESSAGE_SENT');
    expect((await last).event?.type).toBe('MESSAGE_SENT');
  });

  it('API-3 ends when the client leaves, and listens no longer', async () => {
    const log = new Log();
    const stream = log.follow(null);
    await next(stream);
    const last = stream.next();
    await new Promise(setImmediate);
    log.leave.abort();
    expect((await last).done).toBeTrue();
    expect(log.wakeUps.listenedTopics).toEqual([]);
  });
});
