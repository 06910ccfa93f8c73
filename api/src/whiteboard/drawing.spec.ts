import * as Y from 'yjs';
import { mergeDrawings, readDrawing, tidyDrawings } from './drawing.ts';

function shapesOf(update: Uint8Array): unknown {
  const document = new Y.Doc();
  Y.applyUpdate(document, update);
  return document.getMap('shapes').toJSON();
}

/** A document and the updates that its changes make. */
function drawing(): { readonly document: Y.Doc; readonly updates: Uint8Array[] } {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  return { document, updates };
}

describe('drawings', () => {
  it('ROOM-17 tells what adds from what only takes away', () => {
    const { document, updates } = drawing();
    document.getMap('shapes').set('a', 1);
    document.getMap('shapes').delete('a');
    expect(updates.map(readDrawing)).toEqual([
      { isRemoval: false, fileIds: [] },
      { isRemoval: true, fileIds: [] },
    ]);
  });

  it('ROOM-17 knows which files a drawing shows', () => {
    const { document, updates } = drawing();
    document.getMap('shapes').set(
      'a',
      new Y.Map([
        ['kind', 'picture'],
        ['file', 'id-1'],
      ]),
    );
    expect(updates.map(readDrawing)).toEqual([{ isRemoval: false, fileIds: ['id-1'] }]);
  });

  const broken: readonly [string, readonly number[]][] = [
    ['nothing', []],
    ['no change at all', [0, 0]],
    ['noise', [7, 255, 3, 9, 1, 200]],
    ['a word that promises more than follows', [1, 255, 255, 255, 255, 15, 1, 0]],
    ['a cut-off update', [1, 1, 144, 3, 0, 40, 1, 6]],
  ];
  for (const [what, bytes] of broken) {
    it(`ROOM-17 does not read ${what}`, () => {
      expect(readDrawing(Uint8Array.from(bytes))).toBeNull();
    });
  }

  it('ROOM-17 one update says what all said, whatever their order', () => {
    const { document, updates } = drawing();
    for (const name of ['a', 'b', 'c']) document.getMap('shapes').set(name, name);
    expect(shapesOf(mergeDrawings(updates.toReversed()))).toEqual({ a: 'a', b: 'b', c: 'c' });
  });

  it('ROOM-17 forgets what was taken away', () => {
    const { document, updates } = drawing();
    document.getMap('shapes').set('a', 'long '.repeat(1000));
    document.getMap('shapes').delete('a');
    document.getMap('shapes').set('b', 'kept');
    expect(tidyDrawings(updates).length).toBeLessThan(200);
    expect(shapesOf(tidyDrawings(updates))).toEqual({ b: 'kept' });
  });

  it('ROOM-17 keeps what waits for something that has not come yet', () => {
    const { document, updates } = drawing();
    document.getMap('shapes').set('a', 1);
    document.getMap('shapes').set('b', 2);
    const [first, second] = updates;
    if (!first || !second) throw new Error('there are two');
    expect(shapesOf(mergeDrawings([tidyDrawings([second]), first]))).toEqual({ a: 1, b: 2 });
  });
});
