import { FakeStorage } from '../testing/fake-platform';
import { BoardDocument, mergedUpdates } from './board-document';
import { UnsentUpdates } from './unsent-updates';

const none = () => undefined;

/** An update for each name, one resting upon the other. */
function updatesFor(...names: readonly string[]): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  const document = new BoardDocument(none, (update) => updates.push(update));
  for (const name of names) document.add(name, { kind: 'line' });
  return updates;
}

function namesIn(updates: readonly Uint8Array[]): readonly string[] {
  const document = new BoardDocument(none, none);
  document.take(mergedUpdates(updates));
  return document.ids;
}

describe('UnsentUpdates', () => {
  let storage: FakeStorage;

  beforeEach(() => {
    storage = new FakeStorage();
  });

  function aPage(): UnsentUpdates {
    return new UnsentUpdates(storage, 'session-1');
  }

  it('FAIL-8 sends together what was drawn since, under one name until it is there', () => {
    const page = aPage();
    const [a = new Uint8Array(), b = new Uint8Array()] = updatesFor('a', 'b');
    page.add(a);
    page.add(b);
    const parcel = page.next();
    expect(parcel && namesIn([parcel.update])).toEqual(['a', 'b']);
    expect(page.next()?.id).toBe(parcel?.id ?? '');
    page.done(parcel?.id ?? '');
    expect(page.next()).toBeNull();
    expect(page.isEmpty).toBeTrue();
  });

  it('FAIL-8 a page that is opened later sends what an earlier one could not, under the same name', () => {
    const [a = new Uint8Array(), b = new Uint8Array()] = updatesFor('a', 'b');
    const before = aPage();
    before.add(a);
    const { id: sentId = '' } = before.next() ?? {};
    before.add(b);
    before.keep();
    const page = aPage();
    expect(namesIn(page.adopt())).toEqual(['a', 'b']);
    expect(page.next()?.id).toBe(sentId);
    page.done(sentId);
    const { id = '', update = a } = page.next() ?? {};
    page.done(id);
    page.keep();
    expect(namesIn([a, update])).toEqual(['a', 'b']);
    expect(aPage().adopt()).toEqual([]);
  });

  it('FAIL-8 sends in parts what is too much for once', () => {
    const page = aPage();
    const document = new BoardDocument(none, (update) => {
      page.add(update);
    });
    for (const name of ['a', 'b', 'c']) document.add(name, { text: 'x'.repeat(30_000) });
    const parts: Uint8Array[] = [];
    for (let parcel = page.next(); parcel; parcel = page.next()) {
      parts.push(parcel.update);
      page.done(parcel.id);
    }
    expect(parts.length).toBe(3);
    expect(namesIn(parts)).toEqual(['a', 'b', 'c']);
  });

  it('FAIL-8 a later page sends in parts too what was drawn for long without a connection', () => {
    const before = aPage();
    const document = new BoardDocument(none, (update) => {
      before.add(update);
    });
    for (const name of ['a', 'b', 'c']) {
      document.add(name, { text: 'x'.repeat(30_000) });
      before.keep();
    }
    const page = aPage();
    page.adopt();
    const parts: Uint8Array[] = [];
    for (let parcel = page.next(); parcel; parcel = page.next()) {
      parts.push(parcel.update);
      page.done(parcel.id);
    }
    expect(parts.filter(({ length }) => length > 64 * 1024)).toEqual([]);
    expect(namesIn(parts)).toEqual(['a', 'b', 'c']);
  });

  it('FAIL-8 two pages keep what is theirs', () => {
    const [a = new Uint8Array(), b = new Uint8Array()] = updatesFor('a', 'b');
    const [one, other] = [aPage(), aPage()];
    one.add(a);
    one.keep();
    other.add(b);
    other.keep();
    one.clear();
    expect(aPage().adopt().length).toBe(1);
  });

  it('FAIL-8 takes nothing from rubbish', () => {
    for (const rubbish of [7, 'x', [], { page: null }, { page: { parcels: 3, waiting: null } }]) {
      storage.write('own.board-unsent.session-1', rubbish);
      expect(aPage().adopt()).toEqual([]);
    }
    const bad = { parcels: [{ id: 'a', update: 'not base64' }], waiting: null };
    storage.write('own.board-unsent.session-1', { page: bad });
    expect(aPage().adopt()).toEqual([]);
  });
});
