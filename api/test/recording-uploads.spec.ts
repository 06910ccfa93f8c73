import { rm } from 'node:fs/promises';
import { newId } from '../src/platform/ids.ts';
import { type BlobStorage, StorageFailure } from '../src/platform/storage/blob-storage.ts';
import { DiskStorage } from '../src/platform/storage/disk-storage.ts';
import { type Meeting, minuteMs } from './meeting.ts';
import {
  becomes,
  begin,
  ends,
  finish,
  hourMs,
  lesson,
  nextOf,
  open,
  probe,
  put,
  recorded,
  seen,
  sendAll,
} from './recording-scene.ts';
import { TestApi } from './test-api.ts';
import { storedFiles, until } from './uploads.ts';

/** Resolves when so many files are kept, the pieces of what is ready being gone. */
async function hasOnly(meeting: Meeting, files: number): Promise<void> {
  await until(async () => (await storedFiles(meeting)) === files);
}

async function ready(meeting: Meeting, kind: 'webm' | 'mp4' = 'webm') {
  const { id } = await begin(meeting, { mediaType: `video/${kind}` });
  const pieces = await lesson(kind, 3);
  await sendAll(meeting, id, pieces);
  meeting.clock.advance(6000);
  await ends(meeting);
  await finish(meeting, id, pieces.length);
  const [part] = (await becomes(meeting, 'READY')).parts;
  if (!part) throw new Error('there is no part');
  await hasOnly(meeting, 1);
  return part;
}

describe('pieces of a recording', () => {
  it('FAIL-12 count once however often they come, and in their order', async () => {
    await using meeting = await recorded();
    const { id: partId } = await begin(meeting);
    const [first, second, third] = await lesson('webm', 3);
    if (!first || !second || !third) throw new Error('there are three');
    expect(await nextOf(meeting, partId)).toBe(0);
    const gap = await put(meeting, { partId, seq: 1 }, second);
    expect(gap).toEqual({ status: 409, body: jasmine.objectContaining({ code: 'GAP', next: 0 }) });
    const twice = await Promise.all([
      put(meeting, { partId, seq: 0 }, first),
      put(meeting, { partId, seq: 0 }, first),
    ]);
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    expect((await put(meeting, { partId, seq: 0 }, third)).status).toBe(204);
    expect(await nextOf(meeting, partId)).toBe(1);
    await sendAll(meeting, partId, [second, third], 1);
    meeting.clock.advance(6000);
    await ends(meeting);
    await finish(meeting, partId, 3);
    const [part] = (await becomes(meeting, 'READY')).parts;
    const file = await open(meeting, part?.url ?? null);
    const { format } = await probe(new Uint8Array(await file.arrayBuffer()));
    expect(Number(format.duration)).toBeGreaterThan(5);
    expect((await put(meeting, { partId, seq: 3 }, third)).status).toBe(410);
    expect((await put(meeting, { partId, seq: 2 }, third)).status).toBe(204);
  });

  it('API-5 are at most so large, and of one session at most so many', async () => {
    await using meeting = await recorded({ RECORDING_SESSION_MEGABYTES: '9' });
    const { id: partId } = await begin(meeting);
    const large = new Uint8Array(8 * 1024 * 1024 + 1);
    const tooLarge = await put(meeting, { partId, seq: 0 }, large);
    expect([tooLarge.status, tooLarge.body.code]).toEqual([413, 'TOO_LARGE']);
    expect((await put(meeting, { partId, seq: 0 }, large.subarray(1))).status).toBe(204);
    const full = await put(meeting, { partId, seq: 1 }, large.subarray(1));
    expect([full.status, full.body.code]).toEqual([413, 'FULL']);
    expect((await put(meeting, { partId, seq: 'x' }, large.subarray(0, 9))).status).toBe(400);
    expect(await nextOf(meeting, partId)).toBe(1);
  });

  it('API-5 come from the mentor’s own page alone', async () => {
    await using meeting = await recorded();
    const { id: partId } = await begin(meeting);
    const piece = new Uint8Array(9);
    const { api, cookies } = meeting;
    const stranger = await api.signInAs((await api.addPerson(['MENTOR'], 'Olga Other')).id);
    const admin = await api.signInAs((await api.addPerson(['ADMIN'], 'Ada Admin')).id);
    const of = async (cookie: string) =>
      (await put(meeting, { partId, seq: 0 }, piece, { cookie })).status;
    expect(await Promise.all(['', stranger, cookies.learner, admin].map(of))).toEqual([
      ...[401, 403, 403, 403],
    ]);
    const elsewhere = await put(meeting, { partId, seq: 0 }, piece, { origin: 'https://evil.org' });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([403, 'OTHER_SITE']);
    expect((await put(meeting, { partId: newId(), seq: 0 }, piece)).status).toBe(404);
    expect((await put(meeting, { partId: 'x', seq: 0 }, piece)).status).toBe(404);
    expect(await nextOf(meeting, partId)).toBe(0);
  });

  it('FAIL-12 that are missing at the end are waited for', async () => {
    await using meeting = await recorded();
    const { id } = await begin(meeting);
    const pieces = await lesson('webm', 4);
    await sendAll(meeting, id, pieces.slice(0, 2));
    meeting.clock.advance(6000);
    await ends(meeting);
    expect(await finish(meeting, id, 4)).toEqual(
      jasmine.objectContaining({ __typename: 'RecordingPiecesMissing', next: 2 }),
    );
    meeting.clock.advance(hourMs - 1);
    await meeting.api.app.recording.watch();
    expect((await seen(meeting))?.status).toBe('PROCESSING');
    await sendAll(meeting, id, pieces.slice(2), 2);
    expect((await becomes(meeting, 'READY')).seconds).toBe(5);
  });

  it('FAIL-12 that never come are not waited for longer than an hour; the rest is kept', async () => {
    await using meeting = await recorded();
    const { id: partId } = await begin(meeting);
    const pieces = await lesson('mp4', 8);
    await sendAll(meeting, partId, pieces.slice(0, 6));
    meeting.clock.advance(6000);
    await ends(meeting);
    meeting.clock.advance(hourMs);
    await meeting.api.app.recording.watch();
    // Others may be at its file at this moment.
    expect((await becomes(meeting, 'READY')).seconds).toBeGreaterThanOrEqual(3);
    expect((await put(meeting, { partId, seq: 6 }, new Uint8Array(9))).status).toBe(410);
  });

  it('FAIL-12 of which none came are told of, and no session is recorded of them', async () => {
    await using meeting = await recorded();
    const { id } = await begin(meeting);
    meeting.clock.advance(61_000);
    await meeting.api.app.recording.watch();
    const [silent] = (await seen(meeting))?.parts ?? [];
    expect([silent?.status, silent?.reason]).toEqual(['FAILED', 'The browser has sent nothing.']);
    // Its network is back.
    await sendAll(meeting, id, await lesson('webm', 1));
    expect((await seen(meeting))?.status).toBe('RECORDING');
    await begin(meeting);
    await ends(meeting);
    meeting.clock.advance(hourMs);
    await meeting.api.app.recording.watch();
    const { parts } = await becomes(meeting, 'READY');
    expect(parts.map(({ status }) => status)).toEqual(['READY', 'FAILED']);
  });

  it('FAIL-12 that nothing can be made of are told of', async () => {
    await using meeting = await recorded();
    const { id } = await begin(meeting);
    await sendAll(meeting, id, [new Uint8Array(5000)]);
    await ends(meeting);
    await finish(meeting, id, 1);
    const { reason, parts } = await becomes(meeting, 'FAILED');
    expect(reason).toBe('What was recorded cannot be played.');
    expect(parts[0]?.url).toBeNull();
  });

  it('FAIL-12 outlive an api that is killed while it records', async () => {
    await using meeting = await recorded();
    const { api, clock, media, cookies } = meeting;
    const { id: partId } = await begin(meeting);
    const pieces = await lesson('webm', 4);
    await sendAll(meeting, partId, pieces.slice(0, 2));
    const next = await TestApi.start({
      ...{ clock, databaseUrl: api.config.database.url },
      settings: { RECORDING: 'browser', FILES_FOLDER: api.folder },
      overrides: { clock, mediaServer: media },
    });
    await api.app[Symbol.asyncDispose]();
    const again = Object.assign(Object.create(meeting) as Meeting, { api: next });
    expect(cookies.mentor).not.toBe('');
    expect(await nextOf(again, partId)).toBe(2);
    expect((await seen(again))?.status).toBe('RECORDING');
    await sendAll(again, partId, pieces.slice(2), 2);
    clock.advance(6000);
    await ends(again);
    await finish(again, partId, 4);
    expect((await becomes(again, 'READY')).seconds).toBe(5);
    await next[Symbol.asyncDispose]();
  });

  it('FAIL-12 wait for a storage that is full, and so does their file', async () => {
    const folder = `/tmp/recording-storage-${newId()}`;
    const disk = new DiskStorage(folder);
    let isFull = true;
    let tries = 0;
    const storage: BlobStorage = {
      write: (key, content) => {
        tries += 1;
        return isFull ? Promise.reject(new StorageFailure('FULL', null)) : disk.write(key, content);
      },
      read: (key, range) => disk.read(key, range),
      delete: (key) => disk.delete(key),
      removeUnfinished: (before) => disk.removeUnfinished(before),
      checkHealth: () => disk.checkHealth(),
    };
    await using meeting = await recorded({}, { storage });
    const { id: partId } = await begin(meeting);
    const [piece] = await lesson('webm', 1);
    if (!piece) throw new Error('there is one');
    const full = await put(meeting, { partId, seq: 0 }, piece);
    expect([full.status, full.body.code]).toEqual([507, 'STORAGE_FULL']);
    isFull = false;
    await sendAll(meeting, partId, [piece]);
    isFull = true;
    meeting.clock.advance(6000);
    await ends(meeting);
    await finish(meeting, partId, 1);
    const triesAgain = async () => {
      meeting.clock.advance(15 * minuteMs);
      await meeting.api.app.recording.watch();
    };
    tries = 0;
    await until(async () => {
      await triesAgain();
      return tries >= 7;
    });
    expect((await seen(meeting))?.status).toBe('PROCESSING');
    isFull = false;
    await until(async () => {
      await triesAgain();
      return (await seen(meeting))?.status === 'READY';
    });
    expect((await seen(meeting))?.seconds).toBe(5);
    await rm(folder, { recursive: true });
  });
});

describe('files of a recording', () => {
  it('ROOM-18 are for the two people, by links that open for some hours', async () => {
    await using meeting = await recorded();
    const { url } = await ready(meeting);
    const admin = await meeting.api.signInAs((await meeting.api.addPerson(['ADMIN'])).id);
    const shown = await meeting.api.ask<{ session: { recording: { parts: { url: null }[] } } }>(
      'query ($id: ID!) { session(id: $id) { recording { status parts { url } } } }',
      { id: meeting.sessionId },
      admin,
    );
    expect(shown.session.recording.parts).toEqual([{ url: null }]);
    expect((await open(meeting, url)).status).toBe(200);
    const other = await open(meeting, url?.replace(/signature=./, 'signature=_') ?? null);
    expect(other.status).toBe(403);
    expect((await open(meeting, url?.replace(/\?.*/, '') ?? null)).status).toBe(403);
    meeting.clock.advance(5 * hourMs);
    const late = await open(meeting, url);
    expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([
      403,
      'LINK_EXPIRED',
    ]);
    const [anew] = (await seen(meeting, 'learner'))?.parts ?? [];
    expect((await open(meeting, anew?.url ?? null)).status).toBe(200);
  });

  it('ROOM-18 are read in ranges, and not run as pages', async () => {
    await using meeting = await recorded();
    const { url, bytes, id } = await ready(meeting, 'mp4');
    const all = Buffer.from(await (await open(meeting, url)).arrayBuffer());
    // Without it `fetch` asks for the file whatever it has.
    const known = { 'cache-control': 'max-age=0' };
    const some = await open(meeting, url, { range: 'bytes=100-199' });
    expect(some.status).toBe(206);
    expect(some.headers.get('content-range')).toBe(`bytes 100-199/${String(bytes)}`);
    expect(Buffer.from(await some.arrayBuffer())).toEqual(all.subarray(100, 200));
    expect((await open(meeting, url, { range: `bytes=${String(bytes)}-` })).status).toBe(416);
    expect((await open(meeting, url, { ...known, 'if-none-match': `"${id}"` })).status).toBe(304);
    expect(some.headers.get('content-disposition')).toBe('inline; filename="recording-1.mp4"');
    expect(some.headers.get('x-content-type-options')).toBe('nosniff');
    expect(some.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await storedFiles(meeting)).toBe(1);
  });

  it('OPS are removed when their time is over, and with their session', async () => {
    await using meeting = await recorded({ RECORDINGS_KEEP_DAYS: '30' });
    const { recording, database } = meeting.api.app;
    const { url } = await ready(meeting);
    const now = meeting.clock.now();
    expect(await recording.removeExpired(now + 29 * 24 * hourMs)).toBe(0);
    expect(await storedFiles(meeting)).toBe(1);
    // What somebody looks after at this moment goes the next time.
    await until(async () => (await recording.removeExpired(now + 30 * 24 * hourMs)) === 1);
    expect(await storedFiles(meeting)).toBe(0);
    expect(await seen(meeting)).toBeNull();
    expect((await open(meeting, url)).status).toBe(404);
    await using other = await recorded();
    const { id } = await begin(other);
    await sendAll(other, id, await lesson('webm', 3));
    await other.api.app.database.fork().execute('update recording set session_id = null');
    const { recording: next } = other.api.app;
    await until(async () => (await next.removeExpired(other.clock.now())) === 1);
    expect(await storedFiles(other)).toBe(0);
    expect(await database.fork().execute('select 1 from recording_part')).toEqual([]);
  });
});
