import { TestBed } from '@angular/core/testing';
import { newId } from '../../platform/ids';
import { PieceStore } from './piece-store';

/** In the browser's own IndexedDB. */
describe('PieceStore', () => {
  let store: PieceStore;
  let partId: string;

  beforeEach(async () => {
    store = TestBed.inject(PieceStore);
    partId = newId();
    await store.begin({ id: partId, sessionId: 'session-1', ownerId: 'mia', begunAt: 1000 });
  });

  afterEach(async () => {
    await store.forget(partId);
  });

  async function add(text: string, at: number): Promise<void> {
    await store.add({ partId, from: at, until: at + 1, data: new Blob([text]) });
  }

  async function part() {
    return (await store.parts()).find(({ id }) => id === partId);
  }

  it('ROOM-18 numbers the pieces, and has them after a reload', async () => {
    await add('one', 1);
    await add('two', 2);
    TestBed.resetTestingModule();
    store = TestBed.inject(PieceStore);
    await add('three', 3);
    expect((await part())?.made).toBe(3);
    await store.removeBefore(partId, 2);
    const left = await store.first(partId);
    expect([left?.seq, await left?.data.text()]).toEqual([2, 'three']);
  });

  it('ROOM-18 takes nothing more once a part is closed', async () => {
    await add('one', 1);
    await store.close(partId);
    await add('two', 2);
    expect(await part()).toEqual(jasmine.objectContaining({ made: 1, isClosed: true }));
  });

  it('ROOM-18 takes back what was recorded from a piece on', async () => {
    for (const at of [0, 1, 2]) await add(String(at), at);
    await store.cutOff(partId, 1);
    expect(await part()).toEqual(jasmine.objectContaining({ made: 1, isClosed: true }));
    await store.removeBefore(partId, 1);
    expect(await store.first(partId)).toBeNull();
  });

  it('ROOM-18 forgets a part and its pieces', async () => {
    await add('one', 1);
    await store.forget(partId);
    expect(await part()).toBeUndefined();
    expect(await store.first(partId)).toBeNull();
  });

  it('ROOM-18 tells the earliest part first', async () => {
    const later = newId();
    await store.begin({ id: later, sessionId: 'session-1', ownerId: 'mia', begunAt: 2000 });
    const ids = (await store.parts()).map(({ id }) => id);
    expect(ids.indexOf(partId)).toBeLessThan(ids.indexOf(later));
    await store.forget(later);
  });
});
