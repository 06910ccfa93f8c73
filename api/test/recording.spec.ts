import { newId } from '../src/platform/ids.ts';
import { Meeting } from './meeting.ts';
import {
  becomes,
  begin,
  changes,
  ends,
  finish,
  lesson,
  open,
  probe,
  recorded,
  says,
  type Seen,
  seen,
  sendAll,
} from './recording-scene.ts';
import { storedFiles, until } from './uploads.ts';

describe('the recording of a session in the mentor’s browser', () => {
  it('ROOM-18 begins only while both agree, by the mentor alone', async () => {
    await using meeting = await Meeting.plan({ RECORDING: 'browser' });
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    await says(meeting, 'mentor', 'REQUEST');
    expect(await begin(meeting)).toEqual(
      jasmine.objectContaining({
        __typename: 'RecordingNotPossible',
        message: 'This session is not being recorded now.',
      }),
    );
    expect(await seen(meeting)).toBeNull();
    await says(meeting, 'learner', 'AGREE');
    expect(await seen(meeting, 'learner')).toEqual({
      ...{ status: 'REQUESTED', reason: null, via: 'BROWSER', seconds: 0, parts: [] },
    });
    await expectAsync(begin(meeting, { who: 'learner' })).toBeRejectedWithError(/not part/);
    const part = await begin(meeting);
    expect(part).toEqual(
      jasmine.objectContaining({ __typename: 'RecordingPart', status: 'STARTING', url: null }),
    );
    expect((await seen(meeting))?.status).toBe('STARTING');
  });

  it('ROOM-18 is offered nowhere where the operator has it off', async () => {
    await using meeting = await recorded({ RECORDING: 'off' });
    expect((await begin(meeting)).__typename).toBe('RecordingNotPossible');
    expect(await seen(meeting)).toBeNull();
  });

  it('ROOM-18 is of a kind that browsers record', async () => {
    await using meeting = await recorded();
    expect((await begin(meeting, { mediaType: 'text/html' })).message).toBe(
      'Recordings of this kind cannot be kept.',
    );
  });

  it('API-3 asked twice for one part begins it once, and another page begins another one', async () => {
    await using meeting = await recorded();
    const partId = newId();
    const first = await begin(meeting, { partId });
    expect(await begin(meeting, { partId })).toEqual(first);
    const other = await begin(meeting);
    const parts = (await seen(meeting))?.parts ?? [];
    expect(parts.map(({ id, status }) => [id, status])).toEqual([
      [partId, 'PROCESSING'],
      [other.id, 'STARTING'],
    ]);
  });

  for (const kind of ['webm', 'mp4'] as const) {
    it(`ROOM-12 what came as ${kind} in pieces is one file that can be sought in, for both`, async () => {
      await using meeting = await recorded();
      const { id } = await begin(meeting, { mediaType: `video/${kind}` });
      const pieces = await lesson(kind, 6);
      await sendAll(meeting, id, pieces);
      expect((await seen(meeting))?.status).toBe('RECORDING');
      meeting.clock.advance(6000);
      await ends(meeting);
      expect((await seen(meeting))?.status).toBe('PROCESSING');
      await finish(meeting, id, pieces.length);
      const { parts, seconds } = await becomes(meeting, 'READY');
      const [part] = parts;
      expect(part).toEqual(
        jasmine.objectContaining({ status: 'READY', mediaType: `video/${kind}`, reason: null }),
      );
      expect(seconds).toBe(5);
      const link = (await seen(meeting, 'learner'))?.parts[0]?.url ?? null;
      const response = await open(meeting, link);
      const file = new Uint8Array(await response.arrayBuffer());
      expect(response.headers.get('content-type')).toBe(`video/${kind}`);
      expect(file.length).toBe(part?.bytes ?? 0);
      const { streams, format } = await probe(file);
      expect(Number(format.duration)).toBeGreaterThan(5);
      expect(streams.map(({ codec_name: codec }) => codec).sort()).toEqual(
        kind === 'webm' ? ['opus', 'vp8'] : ['h264', 'opus'],
      );
      expect(streams.every(({ nb_read_packets: count }) => Number(count) > 80)).toBeTrue();
      // The pieces go after the file is there.
      await until(async () => (await storedFiles(meeting)) === 1);
    });
  }

  it('ROOM-18 off the record the part ends at once, and nothing later is in its file', async () => {
    await using meeting = await recorded();
    const { id } = await begin(meeting);
    const pieces = await lesson('webm', 6);
    await sendAll(meeting, id, pieces.slice(0, 4));
    meeting.clock.advance(2000);
    await says(meeting, 'learner', 'PAUSE');
    const paused = await seen(meeting);
    expect(paused?.status).toBe('PAUSED');
    expect(paused?.parts[0]?.status).toBe('PROCESSING');
    expect((await begin(meeting)).__typename).toBe('RecordingNotPossible');
    // A page that has not heard of it yet goes on for a moment.
    await sendAll(meeting, id, pieces.slice(4), 4);
    meeting.clock.advance(60_000);
    await says(meeting, 'learner', 'RESUME');
    expect((await seen(meeting))?.status).toBe('REQUESTED');
    const second = await begin(meeting);
    await sendAll(meeting, second.id, pieces);
    meeting.clock.advance(10_000);
    await ends(meeting);
    await finish(meeting, id, pieces.length);
    await finish(meeting, second.id, pieces.length);
    const { parts, seconds } = await becomes(meeting, 'READY');
    const [first] = parts;
    const file = await open(meeting, first?.url ?? null);
    const { format } = await probe(new Uint8Array(await file.arrayBuffer()));
    expect(Number(format.duration)).toBeLessThanOrEqual(2);
    expect(seconds).toBe(7);
  });

  it('ROOM-18 both are told of every change', async () => {
    await using meeting = await recorded();
    const { sessionId, cookies } = meeting;
    await using stream = meeting.api.subscribe<{ recordingChanges: Seen }>(
      changes,
      { sessionId },
      cookies.learner,
    );
    const next = async () => (await stream.nextData()).recordingChanges;
    expect((await next()).status).toBe('REQUESTED');
    const { id } = await begin(meeting);
    expect((await next()).status).toBe('STARTING');
    await sendAll(meeting, id, await lesson('webm', 1));
    expect((await next()).status).toBe('RECORDING');
    await says(meeting, 'learner', 'PAUSE');
    const { recordingChanges: now } = await stream.nextWhere(
      ({ recordingChanges: { parts } }) => parts[0]?.status === 'PROCESSING',
    );
    expect(now.status).toBe('PAUSED');
  });
});
