import { Readable } from 'node:stream';
import { DiskStorage } from '../src/platform/storage/disk-storage.ts';
import type { RecorderReport } from '../src/recording/recorder.ts';
import { FakeRecorder } from './fake-recorder.ts';
import { type Meeting, minuteMs } from './meeting.ts';
import { becomes, begin, ends, lesson, open, recorded, says, seen } from './recording-scene.ts';
import { TestApi } from './test-api.ts';
import { until } from './uploads.ts';

const egress = { RECORDING: 'egress' };

async function recordedBy(recorder: FakeRecorder): Promise<Meeting> {
  return await recorded(egress, { recorder });
}

/** The part that was ordered last. */
function lastOf({ orders }: FakeRecorder): string {
  const order = orders.at(-1);
  if (!order) throw new Error('nothing was ordered');
  return order.partId;
}

/** Puts a file to where the recorder puts its own. */
async function fileFor(meeting: Meeting, partId: string): Promise<number> {
  const [content = new Uint8Array()] = await lesson('mp4', 1);
  const storage = new DiskStorage(meeting.api.folder);
  await storage.write(`recordings/${partId}.mp4`, Readable.from([content]));
  return content.length;
}

async function hears(meeting: Meeting, ...reports: readonly RecorderReport[]): Promise<void> {
  for (const report of reports) await meeting.api.app.recording.hear(report);
}

async function statusOf(meeting: Meeting): Promise<string> {
  return (await seen(meeting))?.status ?? 'NONE';
}

describe('the recording of a session by a recorder', () => {
  it('ROOM-18 begins with the second yes, once, and is one file in the end', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const partId = lastOf(recorder);
    expect(recorder.orders).toEqual([
      { partId, sessionId: meeting.sessionId, key: `recordings/${partId}.mp4` },
    ]);
    expect(await statusOf(meeting)).toBe('STARTING');
    expect((await begin(meeting)).message).toBe('This session is recorded elsewhere.');
    const startedAt = meeting.clock.now();
    await hears(meeting, recorder.report(partId, 'RECORDING', { startedAt }));
    expect(await statusOf(meeting)).toBe('RECORDING');
    meeting.clock.advance(minuteMs);
    await ends(meeting);
    expect(recorder.stopped).toContain(`EG_${partId}`);
    expect(await statusOf(meeting)).toBe('PROCESSING');
    const bytes = await fileFor(meeting, partId);
    const endedAt = meeting.clock.now();
    await hears(meeting, recorder.report(partId, 'DONE', { startedAt, endedAt, bytes }));
    const { status, seconds, parts, via } = (await seen(meeting)) ?? {};
    expect({ status, seconds, via }).toEqual({ status: 'READY', seconds: 60, via: 'EGRESS' });
    const file = await open(meeting, parts?.[0]?.url ?? null);
    expect(file.headers.get('content-type')).toBe('video/mp4');
    expect((await file.arrayBuffer()).byteLength).toBe(bytes);
    expect(recorder.orders.length).toBe(1);
  });

  it('ROOM-18 off the record it is stopped at once, and goes on in another part', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const first = lastOf(recorder);
    await hears(meeting, recorder.report(first, 'RECORDING'));
    await says(meeting, 'learner', 'PAUSE');
    expect(recorder.stopped).toContain(`EG_${first}`);
    expect(await statusOf(meeting)).toBe('PAUSED');
    await says(meeting, 'learner', 'RESUME');
    expect(lastOf(recorder)).not.toBe(first);
    await hears(meeting, recorder.report(lastOf(recorder), 'RECORDING'));
    // What is told late of the part before changes nothing of the one that runs.
    await hears(meeting, recorder.report(first, 'FAILED', { reason: 'The disk is full.' }));
    expect(await statusOf(meeting)).toBe('RECORDING');
    await says(meeting, 'mentor', 'WITHDRAW');
    expect(recorder.stopped).toContain(`EG_${lastOf(recorder)}`);
    expect(await statusOf(meeting)).toBe('PROCESSING');
  });

  it('ROOM-18 a recorder without room leaves it to the mentor’s browser, for the whole session', async () => {
    const recorder = new FakeRecorder();
    recorder.isAdmitting = false;
    await using meeting = await recordedBy(recorder);
    recorder.isAdmitting = true;
    expect((await seen(meeting))?.via).toBe('BROWSER');
    expect((await begin(meeting)).status).toBe('STARTING');
    expect(recorder.orders).toEqual([]);
  });

  it('FAIL-12 a recorder that is away is asked again, less and less often', async () => {
    const recorder = new FakeRecorder();
    recorder.mood = 'AWAY';
    await using meeting = await recordedBy(recorder);
    const { recording } = meeting.api.app;
    await recording.watch();
    const reasons = async () => (await seen(meeting))?.parts.map(({ reason }) => reason);
    expect(await statusOf(meeting)).toBe('REQUESTED');
    expect(await reasons()).toEqual([null]);
    meeting.clock.advance(minuteMs);
    await recording.watch();
    await until(async () => (await reasons())?.[0] === 'The recorder could not be reached.');
    meeting.clock.advance(10_000);
    recorder.mood = 'FULL';
    await recording.watch();
    meeting.clock.advance(10_000);
    await recording.watch();
    expect(await reasons()).toEqual([
      ...['The recorder could not be reached.', 'The recorder has no room at the moment.'],
    ]);
    meeting.clock.advance(10_000);
    recorder.mood = 'WELL';
    await recording.watch();
    expect(await statusOf(meeting)).toBe('STARTING');
  });

  it('FAIL-12 a recorder that never begins is given up, and mended by what it says after all', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const { recording } = meeting.api.app;
    const silent = lastOf(recorder);
    meeting.clock.advance(minuteMs);
    await recording.watch();
    expect((await seen(meeting))?.parts[0]?.reason).toBe('The recorder did not start.');
    expect(recorder.stopped).toContain(`EG_${silent}`);
    meeting.clock.advance(10_000);
    await recording.watch();
    expect(lastOf(recorder)).not.toBe(silent);
    const bytes = await fileFor(meeting, silent);
    await hears(meeting, recorder.report(silent, 'DONE', { bytes }));
    const states = (await seen(meeting))?.parts.map(({ status }) => status);
    expect(states).toEqual(['READY', 'STARTING']);
  });

  it('FAIL-12 a file that never comes is not waited for longer than a quarter of an hour', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    await hears(meeting, recorder.report(lastOf(recorder), 'RECORDING'));
    await ends(meeting);
    recorder.mood = 'AWAY';
    meeting.clock.advance(15 * minuteMs - 1);
    await meeting.api.app.recording.watch();
    expect(await statusOf(meeting)).toBe('PROCESSING');
    meeting.clock.advance(1);
    await meeting.api.app.recording.watch();
    const { status, reason } = (await seen(meeting)) ?? {};
    expect([status, reason]).toEqual(['FAILED', 'The file did not come.']);
  });

  it('FAIL-12 a file that is said to be there and is not is none', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    await ends(meeting);
    await hears(meeting, recorder.report(lastOf(recorder), 'DONE', { bytes: 9 }));
    const { status, reason } = (await seen(meeting)) ?? {};
    expect([status, reason]).toEqual(['FAILED', 'The file is not where it should be.']);
  });

  it('FAIL-12 a recorder that was started anew begins another part', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const first = lastOf(recorder);
    await hears(meeting, recorder.report(first, 'RECORDING'));
    recorder.forget();
    meeting.clock.advance(minuteMs);
    await meeting.api.app.recording.watch();
    meeting.clock.advance(10_000);
    await meeting.api.app.recording.watch();
    const parts = (await seen(meeting))?.parts ?? [];
    expect(parts.map(({ status, reason }) => [status, reason])).toEqual([
      ['FAILED', 'The recorder does not know it any more.'],
      ['STARTING', null],
    ]);
    // It may be that its list alone is lost.
    expect(recorder.stopped).toContain(`EG_${first}`);
  });

  it('FAIL-12 what was agreed to while no api ran is recorded by the one that starts', async () => {
    const recorder = new FakeRecorder();
    recorder.mood = 'AWAY';
    await using meeting = await recordedBy(recorder);
    const { api, clock, media } = meeting;
    await api.app[Symbol.asyncDispose]();
    recorder.mood = 'WELL';
    clock.advance(minuteMs);
    const next = await TestApi.start({
      ...{ clock, databaseUrl: api.config.database.url },
      settings: { ...egress, FILES_FOLDER: api.folder },
      overrides: { clock, mediaServer: media, recorder },
    });
    await next.app.recording.watch();
    expect(recorder.orders.length).toBe(1);
    await next[Symbol.asyncDispose]();
  });

  it('FAIL-12 what the api asked for as it was killed is asked for again, under the same name', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const partId = lastOf(recorder);
    await becomes(meeting, 'STARTING');
    // What is asked in the background meanwhile learns nothing, and mends nothing.
    recorder.mood = 'AWAY';
    await meeting.api.app.recording.watch();
    await meeting.api.app.database
      .fork()
      .execute(`update recording_part set heard = 'ORDERED', recorder_name = null`);
    recorder.mood = 'WELL';
    await meeting.api.app.recording.watch();
    expect(recorder.orders.length).toBe(1);
    meeting.clock.advance(15_000);
    await meeting.api.app.recording.watch();
    expect(recorder.orders.map((order) => order.partId)).toEqual([partId, partId]);
    expect(await statusOf(meeting)).toBe('STARTING');
  });

  it('FAIL-12 reports about nothing of ours are none of ours', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const foreign = { ...recorder.report('x', 'DONE'), partId: null };
    await hears(meeting, foreign, { ...foreign, partId: meeting.sessionId });
    expect(await statusOf(meeting)).toBe('STARTING');
    // It may not say for whom it works, but it has told its name.
    const known = recorder.report(lastOf(recorder), 'RECORDING');
    await hears(meeting, { ...known, partId: null });
    expect(await statusOf(meeting)).toBe('RECORDING');
  });
});
