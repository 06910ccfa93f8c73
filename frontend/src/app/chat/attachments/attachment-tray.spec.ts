import { TestBed } from '@angular/core/testing';
import { settled } from '../../testing/screen';
import type { ChatFile } from '../domain/chat-file';
import { type Upload, UploadFailure, UploadGateway } from '../upload-gateway';
import { AttachmentTray } from './attachment-tray';

function aFile(name: string, type = 'text/plain'): File {
  return new File(['12345'], name, { type });
}

describe('AttachmentTray', () => {
  let tray: AttachmentTray;
  let running: (Upload & PromiseWithResolvers<ChatFile>)[];

  beforeEach(() => {
    running = [];
    const gateway: Pick<UploadGateway, 'send'> = {
      send: (upload) => {
        const answer = Promise.withResolvers<ChatFile>();
        running.push({ ...upload, ...answer });
        return answer.promise;
      },
    };
    TestBed.configureTestingModule({
      providers: [AttachmentTray, { provide: UploadGateway, useValue: gateway }],
    });
    tray = TestBed.inject(AttachmentTray);
  });

  async function finish(at: number, id: string): Promise<void> {
    const kind = { mediaType: 'text/plain', isPicture: false, width: null, height: null };
    running[at]?.resolve({ id, name: id, bytes: 5, url: `/files/${id}`, ...kind });
    await settled();
  }

  it('ROOM-7 uploads at once, and says how far it has come', async () => {
    tray.add('s', [aFile('a.txt')]);
    running[0]?.onProgress(0.4);
    expect(tray.attachments()[0]).toEqual(
      jasmine.objectContaining({ name: 'a.txt', bytes: 5, progress: 0.4, file: null }),
    );
    expect(tray.isBusy()).toBe(true);
    await finish(0, 'f');
    expect(tray.isBusy()).toBe(false);
  });

  it('ROOM-7 gives the files in the order of choosing, and is empty', async () => {
    tray.add('s', [aFile('a'), aFile('b')]);
    await finish(1, 'second');
    await finish(0, 'first');
    expect(tray.take().map(({ id }) => id)).toEqual(['first', 'second']);
    expect(tray.hasAny()).toBe(false);
  });

  it('ROOM-7 an upload that is cancelled ends', () => {
    tray.add('s', [aFile('a')]);
    tray.remove(tray.attachments()[0]?.id ?? '');
    expect(running[0]?.signal.aborted).toBe(true);
    expect(tray.attachments()).toEqual([]);
  });

  it('FAIL-8 what failed says why, and is tried again where that can help', async () => {
    tray.add('s', [aFile('a')]);
    running[0]?.reject(new UploadFailure('No way.', true));
    await settled();
    const [failed] = tray.attachments();
    expect([failed?.problem, failed?.canRetry, tray.isBusy()]).toEqual(['No way.', true, true]);
    tray.retry(failed?.id ?? '');
    expect(tray.attachments()[0]?.problem).toBeNull();
    await finish(1, 'f');
    expect(tray.take().length).toBe(1);
  });

  it('ROOM-7 what is not allowed is not tried again', async () => {
    tray.add('s', [aFile('a')]);
    running[0]?.reject(new UploadFailure('Not this kind.', false));
    await settled();
    expect(tray.attachments()[0]?.canRetry).toBe(false);
  });

  it('ROOM-7 takes ten, and says so', () => {
    tray.add(
      's',
      Array.from({ length: 12 }, (_, index) => aFile(String(index))),
    );
    expect(tray.attachments().length).toBe(10);
    expect(tray.problem()).toBe('A message takes up to 10 files.');
  });

  it('ROOM-7 shows what a picture looks like, and no drawing that could do something', () => {
    tray.add('s', [aFile('a.png', 'image/png'), aFile('b.svg', 'image/svg+xml')]);
    const [picture, drawing] = tray.attachments();
    expect(picture?.preview).toMatch(/^blob:/);
    expect(drawing?.preview).toBeNull();
  });

  it('ROOM-7 nothing goes on when the chat is closed', () => {
    tray.add('s', [aFile('a')]);
    TestBed.resetTestingModule();
    expect(running[0]?.signal.aborted).toBe(true);
  });
});
