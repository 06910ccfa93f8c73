import { createLogger } from '../platform/logger.ts';
import { Attendance } from './attendance.ts';
import type { Opening } from './store/attendance-store.ts';

const page = { sessionId: 'session', connectionId: 'page', personId: 'maya' };

/** Remembers what it was told, and fails where the test says so. */
class FakeStore {
  readonly opened: Opening[] = [];
  readonly closed: Opening[] = [];
  readonly beats: (readonly Opening[])[] = [];
  isAway = false;

  open(opening: Opening): Promise<void> {
    return this.note(opening, this.opened);
  }

  close(opening: Opening): Promise<void> {
    return this.note(opening, this.closed);
  }

  beat(pages: readonly Opening[]): Promise<void> {
    this.beats.push(pages);
    return Promise.resolve();
  }

  private note(opening: Opening, told: Opening[]): Promise<void> {
    if (this.isAway) return Promise.reject(new Error('no database'));
    told.push(opening);
    return Promise.resolve();
  }
}

describe('the pages that a process serves', () => {
  let store: FakeStore;
  let attendance: Attendance;
  let change: () => Promise<void>;

  beforeEach(() => {
    jasmine.clock().install();
    store = new FakeStore();
    change = () => Promise.resolve();
    attendance = new Attendance({
      store,
      logger: createLogger('silent'),
      onChange: () => change(),
      beatMs: 1000,
    });
    attendance.start();
  });

  afterEach(async () => {
    await attendance[Symbol.asyncDispose]();
    jasmine.clock().uninstall();
  });

  function beaten(): readonly Opening[] | undefined {
    jasmine.clock().tick(1000);
    return store.beats.at(-1);
  }

  it('FAIL-12 do not have a page that could not be opened', async () => {
    store.isAway = true;
    await expectAsync(attendance.attend(page)).toBeRejectedWithError('no database');
    expect(beaten()).toEqual([]);
    store.isAway = false;
    const leave = await attendance.attend(page);
    expect(beaten()).toEqual(store.opened);
    leave();
    expect(beaten()).toEqual([]);
    expect(store.closed).toEqual(store.opened);
  });

  it('FAIL-12 are told of to the end before the process ends', async () => {
    const told = Promise.withResolvers<undefined>();
    const leave = await attendance.attend(page);
    change = () => told.promise;
    leave();
    let isEnded = false;
    const ended = attendance[Symbol.asyncDispose]().then(() => (isEnded = true));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    expect(isEnded).toBeFalse();
    told.resolve(undefined);
    expect(await ended).toBeTrue();
  });

  it('FAIL-12 close a page whose opening could not be told', async () => {
    change = () => Promise.reject(new Error('no tick'));
    await expectAsync(attendance.attend(page)).toBeRejectedWithError('no tick');
    expect(beaten()).toEqual([]);
    expect(store.closed).toEqual(store.opened);
  });

  it('FAIL-12 keep a page while one of its two subscriptions is left', async () => {
    const leaves = [await attendance.attend(page), await attendance.attend(page)];
    leaves[0]?.();
    expect(beaten()?.length).toBe(1);
    leaves[1]?.();
    expect(beaten()).toEqual([]);
    expect(store.closed.length).toBe(1);
  });

  it('PRE-8 tell the page of one from what the other names so', async () => {
    const leave = await attendance.attend(page);
    await attendance.attend({ ...page, personId: 'leo' });
    leave();
    expect(beaten()?.map(({ personId }) => personId)).toEqual(['leo']);
    expect(store.closed.map(({ personId }) => personId)).toEqual(['maya']);
  });

  it('PRE-8 give each opening a name of its own', async () => {
    const leave = await attendance.attend(page);
    leave();
    await attendance.attend(page);
    expect(new Set(store.opened.map(({ openingId }) => openingId)).size).toBe(2);
  });
});
