import { request } from 'node:http';
import {
  becomes,
  begin,
  ends,
  finish,
  lesson,
  nextOf,
  put,
  recorded,
  seen,
  sendAll,
} from './recording-scene.ts';
import { freePort, usualSettings } from './test-api.ts';
import { startProgram } from './test-program.ts';
import { storedFiles, until } from './uploads.ts';

describe('a recording whose api is killed', () => {
  it('FAIL-12 goes on with the piece that was on its way', async () => {
    await using meeting = await recorded();
    const { api, cookies } = meeting;
    const { id: partId } = await begin(meeting);
    const pieces = await lesson('webm', 4);
    const [first, second, third] = pieces;
    if (!first || !second || !third) throw new Error('there are four');
    await sendAll(meeting, partId, [first]);
    const port = await freePort();
    const url = `http://127.0.0.1:${String(port)}`;
    const program = startProgram({
      ...usualSettings(api.config.database.url, port),
      ...{ RECORDING: 'browser', FILES_FOLDER: api.folder, PUBLIC_URL: url },
      // It does not look into rooms that only this test knows.
      ROOM_CHECK_SECONDS: '3600',
    });
    try {
      await until(async () => (await fetch(`${url}/health/live`).catch(() => null))?.ok === true);
      const other = Object.assign(Object.create(meeting) as typeof meeting, { api: { url } });
      const place = { partId, seq: 1 };
      expect((await put(other, place, second)).status).toBe(204);
      const cut = request(`${url}/recordings/parts/${partId}/2`, {
        method: 'PUT',
        headers: { origin: url, cookie: cookies.mentor, 'content-length': third.length },
      });
      // The program dies before it has all of it.
      cut.on('error', () => undefined);
      cut.write(third.subarray(0, 1000));
      // Two pieces, and what has come of the third.
      await until(async () => (await storedFiles(meeting)) === 3);
    } finally {
      await program.kill();
    }
    expect(await nextOf(meeting, partId)).toBe(2);
    expect((await seen(meeting))?.status).toBe('RECORDING');
    await sendAll(meeting, partId, pieces.slice(2), 2);
    meeting.clock.advance(6000);
    await ends(meeting);
    await finish(meeting, partId, pieces.length);
    expect((await becomes(meeting, 'READY')).seconds).toBe(5);
  });
});
