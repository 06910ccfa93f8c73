import { TestBed } from '@angular/core/testing';
import { ReplaySubject, firstValueFrom, skip } from 'rxjs';
import { aRunningSession, aViewer, isoAt, mia, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show } from '../testing/screen';
import { PieceGateway } from './delivery/piece-gateway';
import { PieceStore } from './delivery/piece-store';
import { RecordingDelivery } from './delivery/recording-delivery';
import {
  BeginRecordingPartDocument,
  FinishRecordingPartDocument,
  RecordedSpansDocument,
} from './recording-operations';
import { RoomRecorder } from './room-recorder';
import { partLock, recorderLock } from './tape/part-lock';

interface Ended {
  readonly partId: string;
  readonly chunks: number;
}

/** The browser's recorders in the order in which they start; they record nothing by themselves. */
function heldRecorders(): { next(): Promise<MediaRecorder> } {
  const started = new ReplaySubject<MediaRecorder>();
  spyOn(MediaRecorder.prototype, 'start').and.callFake(function (this: MediaRecorder) {
    started.next(this);
  });
  let count = 0;
  return { next: () => firstValueFrom(started.pipe(skip(count++))) };
}

/** As much as makes a piece. */
function giveFour(recorder: MediaRecorder): void {
  const data = new Blob(['a second']);
  for (let second = 0; second < 4; second += 1) {
    recorder.ondataavailable?.(new BlobEvent('dataavailable', { data }));
  }
}

/** With the browser's own recorder, canvas and storage. */
describe('RoomRecorder', () => {
  let scene: Scene;
  let sent: number[];
  let begun: string[];
  let began: PromiseWithResolvers<string>;
  let ended: PromiseWithResolvers<Ended>;

  beforeEach(async () => {
    sent = [];
    begun = [];
    began = Promise.withResolvers();
    ended = Promise.withResolvers();
    const gateway = {
      send: ({ data }: { data: Blob }) => {
        sent.push(data.size);
        return Promise.resolve({ status: 204, next: null, retryAfterMs: null });
      },
    };
    scene = new Scene({ provide: PieceGateway, useValue: gateway });
    scene.clock.set(minutesIn(10));
    scene.graphql.answer(BeginRecordingPartDocument, ({ input }) => {
      begun.push(input.partId ?? '');
      return { beginRecordingPart: { __typename: 'RecordingPart' as const } };
    });
    scene.graphql.answer(FinishRecordingPartDocument, ({ input }) => {
      ended.resolve(input);
      return { finishRecordingPart: { __typename: 'RecordingPart' as const } };
    });
    const spans = [{ from: isoAt(0), to: null }];
    scene.graphql.answer(RecordedSpansDocument, () => ({
      session: { consents: [{ kind: 'RECORDING' as const, spans }] },
    }));
    await scene.signIn(aViewer({ person: mia, roles: ['MENTOR'] }));
    await scene.open(aRunningSession({ viewerRole: 'MENTOR' }));
    await scene.enter();
    const store = TestBed.inject(PieceStore);
    const begin = store.begin.bind(store);
    spyOn(store, 'begin').and.callFake(async (part) => {
      await begin(part);
      began.resolve(part.id);
    });
  });

  async function record(): Promise<Screen<RoomRecorder>> {
    const screen = await show(RoomRecorder);
    await began.promise;
    await screen.settle();
    return screen;
  }

  it('ROOM-18 makes a part, and ends it where it stops', async () => {
    const screen = await record();
    const [partId = ''] = begun;
    expect([...scene.locks.here]).toEqual(
      jasmine.arrayContaining([recorderLock('session-1'), partLock(partId)]),
    );
    screen.fixture.destroy();
    expect(await ended.promise).toEqual({ partId, chunks: sent.length });
    expect([...scene.locks.here]).not.toContain(recorderLock('session-1'));
    await TestBed.inject(RecordingDelivery).send('mia');
    expect(await TestBed.inject(PieceStore).parts()).toEqual([]);
  });

  it('ROOM-18 lets a part go of which a piece cannot be kept, and begins another one', async () => {
    const store = TestBed.inject(PieceStore);
    const add = store.add.bind(store);
    const adding = spyOn(store, 'add').and.rejectWith(new DOMException('', 'QuotaExceededError'));
    const recorders = heldRecorders();
    const screen = await record();
    const [broken = ''] = begun;
    giveFour(await recorders.next());
    expect(await ended.promise).toEqual({ partId: broken, chunks: 0 });
    expect([...scene.locks.here]).not.toContain(partLock(broken));

    adding.and.callFake(add);
    ended = Promise.withResolvers();
    giveFour(await recorders.next());
    screen.fixture.destroy();
    const [, partId = ''] = begun;
    expect(await ended.promise).toEqual({ partId, chunks: 1 });
  });

  it('ROOM-18 sends what its owner has recorded, also when they are signed out by then', async () => {
    const recorders = heldRecorders();
    const screen = await record();
    const recorder = await recorders.next();
    const sending = spyOn(TestBed.inject(RecordingDelivery), 'send').and.callThrough();
    await scene.signIn(null);
    giveFour(recorder);
    screen.fixture.destroy();
    const [partId = ''] = begun;
    expect(await ended.promise).toEqual({ partId, chunks: 1 });
    expect(sending.calls.allArgs()).toEqual([['mia'], ['mia']]);
  });

  it('ROOM-18 does not record what another tab of the browser records', async () => {
    scene.locks.elsewhere.add(recorderLock('session-1'));
    const screen = await show(RoomRecorder);
    await screen.settle();
    expect(begun).toEqual([]);
    screen.fixture.destroy();
    expect(begun).toEqual([]);
  });
});
