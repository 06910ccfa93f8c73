import 'reflect-metadata';
import { sessionEntities } from '../src/sessions/sessions.ts';
import { Database } from '../src/platform/database/database.ts';
import { newId } from '../src/platform/ids.ts';
import { createLogger } from '../src/platform/logger.ts';
import { LeaseStore } from '../src/transcriber/store/lease-store.ts';
import { LiveSessions } from '../src/transcriber/store/live-sessions.ts';
import { Meeting } from './meeting.ts';
import { agree } from './transcript-scene.ts';

describe('leases of what is transcribed', () => {
  let meeting: Meeting;
  let database: Database;
  let leases: LeaseStore;
  let ids: readonly string[];

  beforeAll(async () => {
    meeting = await Meeting.plan();
    database = Database.open({
      ...{ url: meeting.api.config.database.url, poolSize: 8, silenceMs: 30_000 },
      ...{ entities: sessionEntities, migrations: [], logger: createLogger('silent') },
    });
    leases = new LeaseStore(database, 60_000);
  });

  afterAll(async () => {
    await database[Symbol.asyncDispose]();
    await meeting[Symbol.asyncDispose]();
  });

  beforeEach(async () => {
    ids = [meeting.sessionId];
    await database.fork().execute('delete from transcription_lease');
  });

  it('ROOM-8 are given to one, however many ask at the same moment', async () => {
    const holders = Array.from({ length: 8 }, newId);
    const claimed = await Promise.all(holders.map((holder) => leases.claim(holder, ids, 5)));
    expect(claimed.flat()).toEqual([meeting.sessionId]);
    const holder = holders[claimed.findIndex(({ length }) => length > 0)] ?? '';
    expect(await leases.renew(holder, ids)).toEqual(ids);
    expect(await leases.renew(newId(), ids)).toEqual([]);
  });

  it('ROOM-8 are given for no more sessions than are asked for, and none that is not there', async () => {
    expect(await leases.claim(newId(), ids, 0)).toEqual([]);
    expect(await leases.claim(newId(), [newId()], 5)).toEqual([]);
  });

  it('FAIL-12 go to another when they have run out, and the first learns of it', async () => {
    const [first, second] = [newId(), newId()];
    const short = new LeaseStore(database, -1);
    expect(await short.claim(first, ids, 1)).toEqual(ids);
    expect(await leases.claim(second, ids, 1)).toEqual(ids);
    expect(await leases.renew(first, ids)).toEqual([]);
    await leases.release(first, meeting.sessionId);
    expect(await leases.renew(second, ids)).toEqual(ids);
  });

  it('FAIL-12 go to another at once when they are given back', async () => {
    const [first, second] = [newId(), newId()];
    await leases.claim(first, ids, 1);
    await leases.release(first, meeting.sessionId);
    expect(await leases.claim(second, ids, 1)).toEqual(ids);
  });

  it('ROOM-8 are asked for sessions with somebody in the room, which are heard while both are and agree', async () => {
    const live = new LiveSessions(database, meeting.api.app.consent);
    const { sessionId } = meeting;
    expect(await live.list()).toEqual([]);
    meeting.toMinute(0);
    await meeting.comes('mentor');
    expect(await live.list()).toEqual([{ sessionId, isOpen: false }]);
    await meeting.comes('learner');
    expect(await live.list()).toEqual([{ sessionId, isOpen: false }]);
    await agree(meeting);
    expect(await live.list()).toEqual([{ sessionId, isOpen: true }]);
    await meeting.goes('learner');
    expect(await live.list()).toEqual([{ sessionId, isOpen: false }]);
    await meeting.goes('mentor');
    expect(await live.list()).toEqual([]);
  });
});
