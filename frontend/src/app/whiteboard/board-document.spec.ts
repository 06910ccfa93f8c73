import fc from 'fast-check';
import { BoardDocument, type DocumentChange } from './board-document';

/** A document and what goes out of it. */
function aDocument() {
  const updates: Uint8Array[] = [];
  const changes: DocumentChange[] = [];
  const document = new BoardDocument(
    (change) => changes.push(change),
    (update) => updates.push(update),
  );
  const shown = () => Object.fromEntries(document.ids.map((id) => [id, document.read(id)]));
  return { document, updates, changes, shown };
}

const line = (at: number) => ({ kind: 'line', place: [at, at, 10, 10] });
const moved = (id: string, at: number) => new Map([[id, { place: [at, at, 10, 10] }]]);

describe('BoardDocument', () => {
  it('ROOM-17 tells what changed, and who changed it', () => {
    const [one, other] = [aDocument(), aDocument()];
    one.document.add('a', { kind: 'pen', place: [0, 0, 1, 1], points: [1, 2, 500] });
    one.document.extend('a', [3, 4, 500]);
    one.document.put(moved('a', 5));
    one.document.remove(['a']);
    for (const update of one.updates) other.document.take(update);
    const told = (changes: readonly DocumentChange[]) =>
      changes.map(({ added, changed, removed, isRemote }) => [
        ...[added.size, changed.size, removed.size],
        isRemote,
      ]);
    expect(told(one.changes)).toEqual([
      [1, 0, 0, false],
      [0, 1, 0, false],
      [0, 1, 0, false],
      [0, 0, 1, false],
    ]);
    expect(told(other.changes).every(([, , , isRemote]) => isRemote === true)).toBeTrue();
    expect(other.shown()).toEqual({});
  });

  it('ROOM-17 undoes one’s own work step by step, and leaves the other’s alone', () => {
    const [one, other] = [aDocument(), aDocument()];
    one.document.begin();
    one.document.add('a', line(1));
    one.document.put(moved('a', 2));
    one.document.begin();
    one.document.add('b', line(3));
    for (const update of one.updates) other.document.take(update);
    other.document.add('c', line(4));
    for (const update of other.updates) one.document.take(update);
    one.document.undo();
    expect(Object.keys(one.shown())).toEqual(['a', 'c']);
    one.document.undo();
    expect(Object.keys(one.shown())).toEqual(['c']);
    expect(one.document.canUndo).toBeFalse();
    one.document.redo();
    expect(one.shown()['a']).toEqual(line(2));
    expect(one.document.canRedo).toBeTrue();
  });

  it('ROOM-17 brings back a full board by one undo, in portions that can be sent', () => {
    const { document, updates, shown } = aDocument();
    const points = Array.from({ length: 3000 }, (_, at) => at);
    const ids = Array.from({ length: 20 }, (_, at) => `shape-${String(at)}`);
    for (const id of ids) document.add(id, { kind: 'pen', place: [0, 0, 1, 1], points });
    document.begin();
    document.remove(ids);
    expect(shown()).toEqual({});
    updates.length = 0;
    document.undo();
    expect(Object.keys(shown()).toSorted()).toEqual(ids.toSorted());
    expect(updates.length).toBeGreaterThan(1);
    expect(Math.max(...updates.map(({ length }) => length))).toBeLessThan(64 * 1024);
    document.redo();
    expect(shown()).toEqual({});
  });

  it('ROOM-17 what was not meant so is as if it had never been', () => {
    const { document, shown } = aDocument();
    document.begin();
    document.add('a', line(1));
    document.begin();
    document.add('b', line(2));
    document.abandon();
    expect(Object.keys(shown())).toEqual(['a']);
    expect(document.canRedo).toBeFalse();
    document.begin();
    document.abandon();
    expect(Object.keys(shown())).toEqual(['a']);
  });

  it('ROOM-17 two who draw at once see the same, in whatever order they hear of each other', () => {
    const change = fc.record({
      who: fc.constantFrom(0, 1),
      what: fc.constantFrom('add', 'move', 'remove', 'undo', 'redo', 'tell'),
      id: fc.constantFrom('a', 'b', 'c'),
      at: fc.integer({ min: 0, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const two = [aDocument(), aDocument()] as const;
        const told = [0, 0];
        const tell = (from: 0 | 1) => {
          const to = from === 0 ? 1 : 0;
          for (const update of two[from].updates.slice(told[from])) two[to].document.take(update);
          told[from] = two[from].updates.length;
        };
        for (const { who, what, id, at } of changes) {
          const from = who === 0 ? 0 : 1;
          const { document } = two[from];
          document.begin();
          if (what === 'add' && document.read(id) === null) document.add(id, line(at));
          if (what === 'move') document.put(moved(id, at));
          if (what === 'remove') document.remove([id]);
          if (what === 'undo') document.undo();
          if (what === 'redo') document.redo();
          if (what === 'tell') tell(from);
        }
        tell(0);
        tell(1);
        expect(two[0].shown()).toEqual(two[1].shown());
      }),
      { numRuns: 60 },
    );
  });
});
