import { once } from 'node:events';
import { type IncomingMessage, request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { newId } from '../src/platform/ids.ts';
import { type BlobStorage, StorageFailure } from '../src/platform/storage/blob-storage.ts';
import { Meeting, minuteMs } from './meeting.ts';
import {
  type Chat,
  download,
  knownFiles,
  pixel,
  read,
  send,
  type Sent,
  storedFiles,
  until,
  upload,
} from './uploads.ts';

const dayMs = 24 * 60 * minuteMs;

describe('files', () => {
  it('ROOM-7 a picture is kept, goes with a message once, and is shown to both', async () => {
    await using meeting = await Meeting.plan();
    const { status, body } = await upload(meeting, pixel, { name: 'Skizze ü.png' });
    expect(status).toBe(201);
    const file = {
      ...{ id: body.id, name: 'Skizze ü.png', mediaType: 'image/png', bytes: pixel.length },
      ...{ url: `/files/${body.id}`, isPicture: true, width: 1, height: 1 },
    };
    expect<object>(body).toEqual(file);
    const line = { messageId: newId(), text: '', fileIds: [body.id] };
    const [first, again] = [
      await meeting.ask<Sent>('mentor', send, line),
      await meeting.ask<Sent>('mentor', send, line),
    ];
    expect(first.sendMessage.attachments).toEqual([file]);
    expect(again).toEqual(first);
    const { session } = await meeting.ask<Chat>('learner', read);
    expect(session.messages.edges).toEqual([
      { node: { text: '', attachments: [{ id: body.id }] } },
    ]);
    const response = await download(meeting, body.id);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pixel);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toMatch(/^inline; /);
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('ROOM-7 a page or a drawing with a script in it is text, and only downloaded', async () => {
    await using meeting = await Meeting.plan();
    const script = '<script>alert(1)</script>';
    for (const [name, content] of [
      ['page.html', `<!doctype html><html>${script}</html>`],
      ['drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`],
      [
        'drawing.svg',
        `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
      ],
    ] as const) {
      const { body } = await upload(meeting, content, { name });
      const { headers } = await download(meeting, body.id);
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="${name}"; filename*=UTF-8''${name}`,
      );
    }
  });

  it('ROOM-7 what may not be shared is refused, and nothing of it stays', async () => {
    await using meeting = await Meeting.plan({ FILES_MOST_MEGABYTES: '1' });
    const program = Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(200)]);
    const huge = Buffer.from(pixel);
    huge.writeUInt32BE(30_000, 16);
    huge.writeUInt32BE(30_000, 20);
    const rows: [string | Buffer, object, number, string][] = [
      [program, { name: 'cat.png' }, 415, 'TYPE_NOT_ALLOWED'],
      ['', {}, 422, 'EMPTY'],
      ['a'.repeat(1024 * 1024 + 1), {}, 413, 'TOO_LARGE'],
      [huge, {}, 413, 'TOO_MANY_PIXELS'],
      ['text', { origin: 'https://elsewhere.example' }, 403, 'OTHER_SITE'],
      ['text', { who: null }, 401, 'UNAUTHENTICATED'],
    ];
    for (const [content, options, status, code] of rows) {
      const answer = await upload(meeting, content, options);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect(await knownFiles(meeting)).toBe(0);
    expect(await storedFiles(meeting)).toBe(0);
    expect((await upload(meeting, 'a'.repeat(1024 * 1024))).status).toBe(201);
  });

  it('ROOM-7 what is too large is refused also where nobody said how large it is', async () => {
    await using meeting = await Meeting.plan({ FILES_MOST_MEGABYTES: '1' });
    const url = `${meeting.api.url}/files?session=${meeting.sessionId}&name=a.txt`;
    const headers = { origin: meeting.api.url, cookie: meeting.cookies.mentor };
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: ReadableStream.from(Array.from({ length: 40 }, () => Buffer.alloc(64 * 1024, 97))),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect(await storedFiles(meeting)).toBe(0);
  });

  it('ROOM-7 an upload that breaks off leaves nothing', async () => {
    await using meeting = await Meeting.plan();
    await upload(meeting, 'another one');
    const url = `${meeting.api.url}/files?session=${meeting.sessionId}&name=a.txt`;
    const headers = { origin: meeting.api.url, cookie: meeting.cookies.mentor };
    const request = httpRequest(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': '1000' },
    });
    request.on('error', () => undefined);
    request.write('half of it');
    await until(async () => (await storedFiles(meeting)) === 2);
    request.destroy();
    await until(
      async () => (await storedFiles(meeting)) === 1 && (await knownFiles(meeting)) === 1,
    );
    expect(await knownFiles(meeting)).toBe(1);
  });

  it('API-5 a photograph does not tell where it was taken', async () => {
    await using meeting = await Meeting.plan();
    const picture = Buffer.from('ffc0000b0801e0028001000000ffda0005010203aabbffd9', 'hex');
    const place = Buffer.from('Exif\0\0MM GPS 52.52 13.40');
    const notes = Buffer.concat([Buffer.from([0xff, 0xe1, 0, place.length + 2]), place]);
    const start = Buffer.from('ffd8', 'hex');
    const photograph = Buffer.concat([start, notes, picture]);
    const { status, body } = await upload(meeting, photograph, { name: 'Berlin.jpg' });
    expect(status).toBe(201);
    const given = await download(meeting, body.id);
    expect(Buffer.from(await given.arrayBuffer())).toEqual(Buffer.concat([start, picture]));
    expect(given.headers.get('content-type')).toBe('image/jpeg');
  });

  it('API-5 an upload that stands still is given up, and leaves nothing', async () => {
    await using meeting = await Meeting.plan({ FILES_SILENCE_SECONDS: '1' });
    const url = `${meeting.api.url}/files?session=${meeting.sessionId}&name=a.txt`;
    const request = httpRequest(url, {
      method: 'POST',
      headers: {
        origin: meeting.api.url,
        cookie: meeting.cookies.mentor,
        'content-length': '1000',
        connection: 'keep-alive',
      },
    });
    request.write('half of it');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(408);
    expect(JSON.parse(await text(response))).toEqual({
      code: 'STALLED',
      error: 'The upload stood still for too long. Try again.',
    });
    expect(response.headers.connection).toBe('close');
    request.destroy();
    expect([await storedFiles(meeting), await knownFiles(meeting)]).toEqual([0, 0]);
    expect((await upload(meeting, 'the whole of it')).status).toBe(201);
  });

  it('ROOM-7 only the two of the session and administrators read a file', async () => {
    await using meeting = await Meeting.plan();
    const { body } = await upload(meeting, 'for you');
    const { api } = meeting;
    const statusFor = async (cookie: string) =>
      (await fetch(`${api.url}/files/${body.id}`, { headers: { cookie } })).status;
    const stranger = await api.addPerson(['LEARNER', 'MENTOR']);
    const admin = await api.addPerson(['ADMIN']);
    expect(await statusFor(meeting.cookies.learner)).toBe(200);
    expect(await statusFor(await api.signInAs(admin.id))).toBe(200);
    expect(await statusFor(await api.signInAs(stranger.id))).toBe(403);
    expect(await statusFor('')).toBe(401);
    expect((await download(meeting, newId())).status).toBe(404);
    expect((await download(meeting, 'what')).status).toBe(404);
  });

  it('ROOM-7 a part of a file is given, and what is known already is not sent again', async () => {
    await using meeting = await Meeting.plan();
    const { body } = await upload(meeting, '0123456789');
    const part = await download(meeting, body.id, { range: 'bytes=2-4' });
    expect([part.status, await part.text()]).toEqual([206, '234']);
    expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
    expect((await download(meeting, body.id, { range: 'bytes=10-' })).status).toBe(416);
    const known = await download(meeting, body.id, {
      'if-none-match': `"${body.id}"`,
      'cache-control': 'max-age=0',
    });
    expect(known.status).toBe(304);
  });

  it('ROOM-7 a file goes with one message of whoever uploaded it', async () => {
    await using meeting = await Meeting.plan();
    const { body } = await upload(meeting, 'mine');
    const line = () => ({ messageId: newId(), text: 'see', fileIds: [body.id] });
    const problem = 'A file of this message is no longer there. Attach it again.';
    expect((await meeting.ask<Sent>('learner', send, line())).sendMessage.message).toBe(problem);
    expect((await meeting.ask<Sent>('mentor', send, line())).sendMessage.__typename).toBe(
      'ChatMessage',
    );
    expect((await meeting.ask<Sent>('mentor', send, line())).sendMessage.message).toBe(problem);
  });

  it('API-5 nobody uploads without end', async () => {
    await using meeting = await Meeting.plan();
    for (let count = 0; count < 60; count += 1) {
      expect((await upload(meeting, 'one more')).status).toBe(201);
    }
    const refused = await upload(meeting, 'one more');
    expect([refused.status, refused.body.code]).toEqual([429, 'TOO_MANY']);
    expect((await upload(meeting, 'the other', { who: 'learner' })).status).toBe(201);
    meeting.clock.advance(10 * minuteMs);
    expect((await upload(meeting, 'one more')).status).toBe(201);
  });

  it('API-5 a session holds so much, and what is removed makes room', async () => {
    await using meeting = await Meeting.plan({
      FILES_MOST_MEGABYTES: '1',
      FILES_SESSION_MEGABYTES: '1',
    });
    const half = 'a'.repeat(512 * 1024);
    expect((await upload(meeting, half)).status).toBe(201);
    expect((await upload(meeting, half, { who: 'learner' })).status).toBe(201);
    const refused = await upload(meeting, 'a', { who: 'learner' });
    expect([refused.status, refused.body.code]).toEqual([413, 'SESSION_FULL']);
    // A day later nothing has used them.
    await meeting.api.app.files.removeExpired(meeting.clock.now() + 25 * 60 * minuteMs);
    expect((await upload(meeting, half)).status).toBe(201);
  });

  it('ROOM-7 an ended session takes no files, and gives those it has', async () => {
    await using meeting = await Meeting.plan();
    const { body } = await upload(meeting, 'before');
    meeting.toMinute(60);
    await meeting.tick();
    expect((await upload(meeting, 'after')).body.code).toBe('SESSION_ENDED');
    expect((await download(meeting, body.id)).status).toBe(200);
  });

  it('OPS what no message took within a day is removed, what one took is not', async () => {
    await using meeting = await Meeting.plan();
    const { files } = meeting.api.app;
    const [taken, board] = [await upload(meeting, 'taken'), await upload(meeting, 'on the board')];
    await upload(meeting, 'forgotten');
    const line = { messageId: newId(), text: '', fileIds: [taken.body.id] };
    await meeting.ask('mentor', send, line);
    await files.keep(meeting.sessionId, [board.body.id]);
    meeting.clock.advance(dayMs);
    expect(await files.removeExpired(meeting.clock.now())).toBe(0);
    expect(await files.removeExpired(meeting.clock.now() + 1)).toBe(1);
    expect(await storedFiles(meeting)).toBe(2);
    expect((await download(meeting, taken.body.id)).status).toBe(200);
    expect((await download(meeting, board.body.id)).status).toBe(200);
  });

  it('FAIL-12 a storage that is full or away is said, and the rest goes on', async () => {
    const broken: BlobStorage = {
      write: () => Promise.reject(new StorageFailure('FULL', null)),
      read: () => Promise.reject(new StorageFailure('AWAY', null)),
      delete: () => Promise.reject(new StorageFailure('AWAY', null)),
      removeUnfinished: () => Promise.reject(new StorageFailure('AWAY', null)),
      checkHealth: () => Promise.reject(new StorageFailure('AWAY', null)),
    };
    await using meeting = await Meeting.plan({}, { storage: broken });
    const full = await upload(meeting, 'text');
    expect([full.status, full.body.code]).toEqual([507, 'STORAGE_FULL']);
    const { files } = meeting.api.app;
    // Its row waits for the storage to be back.
    await expectAsync(files.removeExpired(meeting.clock.now() + dayMs + 1)).toBeRejectedWithError(
      StorageFailure,
    );
    expect(await knownFiles(meeting)).toBe(1);
    const line = { messageId: newId(), text: 'without', fileIds: [] };
    expect((await meeting.ask<Sent>('mentor', send, line)).sendMessage.__typename).toBe(
      'ChatMessage',
    );
  });
});
