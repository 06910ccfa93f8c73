import { Readable } from 'node:stream';
import { DiskStorage } from '../src/platform/storage/disk-storage.ts';
import type { RecorderReport } from '../src/recording/recorder.ts';
import { FakeRecorder } from './fake-recorder.ts';
import { type Meeting, minuteMs } from './meeting.ts';
import {
  becomes,
  ends,
  lesson,
  open,
  probe,
  recorded,
  says,
  type Seen,
  seen,
} from './recording-scene.ts';
import { until } from './uploads.ts';

async function recordedBy(recorder: FakeRecorder): Promise<Meeting> {
  return await recorded({ RECORDING: 'egress' }, { recorder });
}

/** The only part so far. */
async function partOf(meeting: Meeting): Promise<string> {
  const [part] = (await seen(meeting))?.parts ?? [];
  if (!part) throw new Error('there is no part');
  return part.id;
}

/** Resolves when the recorder was told to stop a part. */
async function isStopped({ stopped }: FakeRecorder, partId: string): Promise<void> {
  await until(() => Promise.resolve(stopped.includes(`EG_${partId}`)));
}

async function hears({ api }: Meeting, ...reports: readonly RecorderReport[]): Promise<void> {
  for (const report of reports) await api.app.recording.hear(report);
}

describe('a recorder that goes on', () => {
  it('FAIL-12 whose answer was lost is found, and asked for no other part', async () => {
    const recorder = new FakeRecorder();
    recorder.mood = 'CUT';
    await using meeting = await recordedBy(recorder);
    const partId = await partOf(meeting);
    recorder.mood = 'WELL';
    meeting.clock.advance(15_000);
    await meeting.api.app.recording.watch();
    const { parts } = await becomes(meeting, 'STARTING');
    expect(parts.map(({ id }) => id)).toEqual([partId]);
    expect(new Set(recorder.orders.map((order) => order.partId))).toEqual(new Set([partId]));
  });

  it('FAIL-12 ROOM-18 whose answer was lost is stopped off the record', async () => {
    const recorder = new FakeRecorder();
    recorder.mood = 'CUT';
    await using meeting = await recordedBy(recorder);
    const partId = await partOf(meeting);
    await says(meeting, 'learner', 'PAUSE');
    await isStopped(recorder, partId);
    expect((await seen(meeting))?.status).toBe('PAUSED');
  });

  it('FAIL-12 ROOM-18 is stopped when it is heard of late, after it was given up', async () => {
    const recorder = new FakeRecorder();
    recorder.mood = 'AWAY';
    await using meeting = await recordedBy(recorder);
    const partId = await partOf(meeting);
    meeting.clock.advance(minuteMs);
    await meeting.api.app.recording.watch();
    await says(meeting, 'learner', 'WITHDRAW');
    await becomes(meeting, 'FAILED');
    recorder.mood = 'WELL';
    await hears(meeting, recorder.report(partId, 'RECORDING'));
    await isStopped(recorder, partId);
    expect((await becomes(meeting, 'PROCESSING')).parts[0]?.status).toBe('PROCESSING');
  });

  it('FAIL-12 although it had no room is stopped', async () => {
    const recorder = new FakeRecorder();
    recorder.mood = 'FULL';
    await using meeting = await recordedBy(recorder);
    const partId = await partOf(meeting);
    await hears(meeting, recorder.report(partId, 'RECORDING'));
    expect(recorder.stopped).toContain(`EG_${partId}`);
  });

  it('FAIL-12 a second time for one part is stopped, and what it says is not the part’s', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const { status } = await becomes(meeting, 'STARTING');
    const report = recorder.report(await partOf(meeting), 'STARTING');
    await hears(meeting, { ...report, name: 'EG_other', state: 'RECORDING' });
    await hears(meeting, { ...report, name: 'EG_other', state: 'FAILED', reason: 'It stopped.' });
    expect(recorder.stopped).toEqual(['EG_other']);
    expect((await seen(meeting))?.status).toBe(status);
  });

  it('FAIL-12 ROOM-18 and could not be told is told until it has stopped, also after the session', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const { recording } = meeting.api.app;
    const partId = await partOf(meeting);
    await becomes(meeting, 'STARTING');
    recorder.mood = 'AWAY';
    meeting.clock.advance(minuteMs);
    await recording.watch();
    await until(async () => (await seen(meeting))?.parts[0]?.status === 'FAILED');
    await ends(meeting);
    await becomes(meeting, 'FAILED');
    expect(recorder.stopped).toEqual([]);
    recorder.mood = 'WELL';
    await recording.watch();
    await isStopped(recorder, partId);
  });
});

describe('the file of a recorder that went on', () => {
  /** It has recorded five seconds, of which two were before it was to stop. */
  async function wentOn(
    meeting: Meeting,
    recorder: FakeRecorder,
    { fails }: { readonly fails: boolean },
  ): Promise<RecorderReport> {
    const partId = await partOf(meeting);
    await becomes(meeting, 'STARTING');
    const startedAt = meeting.clock.now();
    await hears(meeting, recorder.report(partId, 'RECORDING', { startedAt }));
    if (fails) await hears(meeting, recorder.report(partId, 'FAILED', { reason: 'It says so.' }));
    meeting.clock.advance(2000);
    await says(meeting, 'learner', 'WITHDRAW');
    meeting.clock.advance(3000);
    const [content = new Uint8Array()] = await lesson('mp4', 1);
    const storage = new DiskStorage(meeting.api.folder);
    await storage.write(`recordings/${partId}.mp4`, Readable.from([content]));
    const end = { startedAt, endedAt: meeting.clock.now(), bytes: content.length };
    return recorder.report(partId, 'DONE', end);
  }

  async function secondsSeen(meeting: Meeting, { parts }: Seen): Promise<number> {
    const file = await open(meeting, parts[0]?.url ?? null);
    const content = new Uint8Array(await file.arrayBuffer());
    expect(content.length).toBe(parts[0]?.bytes ?? 0);
    const { streams, format } = await probe(content);
    expect(streams.map(({ codec_name: codec }) => codec).sort()).toEqual(['h264', 'opus']);
    return Number(format.duration);
  }

  it('ROOM-18 ends where somebody went off the record', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const done = await wentOn(meeting, recorder, { fails: false });
    await hears(meeting, done, done);
    const ready = await becomes(meeting, 'READY');
    const seconds = await secondsSeen(meeting, ready);
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThanOrEqual(2);
    // Told again it stays as it is.
    await hears(meeting, done);
    expect(await seen(meeting)).toEqual(
      jasmine.objectContaining({ status: 'READY', seconds: ready.seconds }),
    );
    expect((await seen(meeting))?.parts[0]?.bytes).toBe(ready.parts[0]?.bytes);
  });

  it('ROOM-18 FAIL-12 ends there as well where the recorder had failed, and the session is over', async () => {
    const recorder = new FakeRecorder();
    await using meeting = await recordedBy(recorder);
    const done = await wentOn(meeting, recorder, { fails: true });
    await ends(meeting);
    expect((await becomes(meeting, 'FAILED')).reason).toBe('It says so.');
    await hears(meeting, done);
    expect(await secondsSeen(meeting, await becomes(meeting, 'READY'))).toBeLessThanOrEqual(2);
  });
});
