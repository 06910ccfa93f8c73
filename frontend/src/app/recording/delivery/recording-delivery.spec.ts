import { TestBed } from '@angular/core/testing';
import type { PieceReply } from '../domain/piece-answer';
import { newId } from '../../platform/ids';
import { Scene } from '../../testing/scene';
import { isoAt, minutesIn } from '../../testing/builders';
import {
  FinishRecordingPartDocument,
  RecordedSpansDocument,
  type RecordedSpansQuery,
} from '../recording-operations';
import { partLock } from '../tape/part-lock';
import { UnsentRecordings } from '../unsent-recordings';
import { PieceGateway } from './piece-gateway';
import { type KeptPiece, PieceStore } from './piece-store';
import { RecordingDelivery } from './recording-delivery';

const taken: PieceReply = { status: 204, next: null, retryAfterMs: null };
const minute = 60_000;

/** A server of pieces, which answers as the test wants. */
class FakePieces {
  readonly sent: string[] = [];
  reply: (piece: KeptPiece) => PieceReply | null = () => taken;

  send(piece: KeptPiece): Promise<PieceReply | null> {
    this.sent.push(String(piece.seq));
    return Promise.resolve(this.reply(piece));
  }
}

describe('RecordingDelivery', () => {
  let scene: Scene;
  let pieces: FakePieces;
  let store: PieceStore;
  let delivery: RecordingDelivery;
  let partId: string;

  beforeEach(async () => {
    pieces = new FakePieces();
    scene = new Scene({ provide: PieceGateway, useValue: pieces });
    scene.clock.set(minutesIn(10));
    agree([0, null]);
    scene.graphql.answer(FinishRecordingPartDocument, () => ({
      finishRecordingPart: { __typename: 'RecordingPart' as const },
    }));
    store = TestBed.inject(PieceStore);
    delivery = TestBed.inject(RecordingDelivery);
    for (const { id } of await store.parts()) await store.forget(id);
    partId = await begin('mia');
  });

  afterEach(async () => {
    for (const { id } of await store.parts()) await store.forget(id);
  });

  async function begin(ownerId: string): Promise<string> {
    const id = newId();
    await store.begin({ id, sessionId: 'session-1', ownerId, begunAt: minutesIn(0) });
    TestBed.inject(UnsentRecordings).note(true);
    return id;
  }

  /** Minutes after the start in which both agreed. */
  function agree(...spans: (readonly [number, number | null])[]): void {
    scene.graphql.answer(RecordedSpansDocument, () => {
      const told = spans.map(([from, to]) => ({
        from: isoAt(from),
        to: to === null ? null : isoAt(to),
      }));
      const consents = [{ kind: 'RECORDING' as const, spans: told }];
      return { session: { consents } } satisfies RecordedSpansQuery;
    });
  }

  /** A minute of it, from so many minutes after the start. */
  async function add(from: number): Promise<void> {
    const at = minutesIn(from);
    await store.add({ partId, from: at, until: at + minute, data: new Blob([String(from)]) });
  }

  function finished() {
    return scene.graphql.calls(FinishRecordingPartDocument).map(({ input }) => input);
  }

  it('ROOM-18 sends the pieces in order, says how many they are, and forgets them', async () => {
    for (const at of [0, 1, 2]) await add(at);
    await delivery.send('mia');
    expect(pieces.sent).toEqual(['0', '1', '2']);
    expect(finished()).toEqual([{ partId, chunks: 3 }]);
    expect(await store.parts()).toEqual([]);
    expect(TestBed.inject(UnsentRecordings).areThere()).toBe(false);
    expect(delivery.isSending()).toBe(false);
  });

  it('ROOM-18 does not end a part that a tab still makes', async () => {
    scene.locks.elsewhere.add(partLock(partId));
    await add(0);
    await delivery.send('mia');
    expect(pieces.sent).toEqual(['0']);
    expect(finished()).toEqual([]);
    scene.locks.elsewhere.clear();
    await add(1);
    await delivery.send('mia');
    expect(finished()).toEqual([{ partId, chunks: 2 }]);
  });

  it('ROOM-18 sends nothing of which the server says that it was off the record', async () => {
    agree([0, 1.5], [5, null]);
    for (const at of [0, 1, 2]) await add(at);
    await delivery.send('mia');
    expect(pieces.sent).toEqual(['0']);
    expect(finished()).toEqual([{ partId, chunks: 1 }]);
    expect(await store.parts()).toEqual([]);
  });

  it('FAIL-2 ROOM-18 keeps what did not get through, and goes on with it when the network is back', async () => {
    for (const at of [0, 1]) await add(at);
    pieces.reply = ({ seq }) => (seq === 0 ? taken : null);
    await delivery.send('mia');
    expect(delivery.isSending()).toBe(true);
    expect((await store.first(partId))?.seq).toBe(1);
    pieces.reply = () => taken;
    await delivery.send('mia');
    expect(pieces.sent).toEqual(['0', '1', '1']);
    expect(finished()).toEqual([{ partId, chunks: 2 }]);
  });

  it('ROOM-18 does not send anew what the server has, and ends where it lacks what is gone', async () => {
    for (const at of [0, 1, 2]) await add(at);
    pieces.reply = ({ seq }) => (seq === 0 ? { ...taken, status: 409, next: 2 } : taken);
    await delivery.send('mia');
    expect(pieces.sent).toEqual(['0', '2']);
    expect(finished()).toEqual([{ partId, chunks: 3 }]);

    partId = await begin('mia');
    for (const at of [3, 4]) await add(at);
    await store.removeBefore(partId, 1);
    pieces.reply = () => ({ ...taken, status: 409, next: 0 });
    await delivery.send('mia');
    expect(finished().at(-1)).toEqual({ partId, chunks: 0 });
    expect(await store.parts()).toEqual([]);
  });

  it('ROOM-18 forgets what the server does not take, and what is of somebody else', async () => {
    await add(0);
    const theirs = await begin('nora');
    pieces.reply = () => ({ ...taken, status: 404 });
    await delivery.send('mia');
    expect(finished()).toEqual([]);
    expect((await store.parts()).map(({ id }) => id)).not.toContain(theirs);
    expect(await store.parts()).toEqual([]);
  });

  it('ROOM-18 does nothing of nobody, and forgets nothing then', async () => {
    await add(0);
    await delivery.send('');
    expect(pieces.sent).toEqual([]);
    expect((await store.parts()).map(({ id }) => id)).toEqual([partId]);
  });

  it('ROOM-18 remembers a part that began while the one before it was sent', async () => {
    await add(0);
    const forget = store.forget.bind(store);
    const forgetting = spyOn(store, 'forget').and.callFake(async (id) => {
      await begin('mia');
      await forget(id);
    });
    await delivery.send('mia');
    expect(forgetting).toHaveBeenCalledOnceWith(partId);
    expect(TestBed.inject(UnsentRecordings).areThere()).toBe(true);
    forgetting.and.callFake(forget);
  });

  it('ROOM-18 lets another tab send that does it already', async () => {
    scene.locks.elsewhere.add('recording-delivery');
    await add(0);
    await delivery.send('mia');
    expect(pieces.sent).toEqual([]);
    expect((await store.parts()).length).toBe(1);
  });
});
