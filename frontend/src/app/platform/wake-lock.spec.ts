import { TestBed } from '@angular/core/testing';
import { FakePageLife } from '../testing/fake-platform';
import { settled } from '../testing/screen';
import { PageLife } from './page-life';
import { WakeLock } from './wake-lock';

describe('WakeLock', () => {
  let page: FakePageLife;
  let locks: { released: boolean; release(): Promise<void> }[];
  let lock: WakeLock;

  beforeEach(() => {
    locks = [];
    page = new FakePageLife();
    spyOn(navigator.wakeLock, 'request').and.callFake(() => {
      const one = {
        released: false,
        release: () => {
          one.released = true;
          return Promise.resolve();
        },
      };
      locks.push(one);
      return Promise.resolve(one as unknown as WakeLockSentinel);
    });
    TestBed.configureTestingModule({ providers: [{ provide: PageLife, useValue: page }] });
    lock = TestBed.inject(WakeLock);
  });

  it('ROOM-14 keeps the screen on until it is released', async () => {
    await lock.hold();
    await lock.hold();
    expect(locks.map(({ released }) => released)).toEqual([false]);
    await lock.release();
    expect(locks.map(({ released }) => released)).toEqual([true]);
  });

  it('ROOM-14 takes it again when the page is looked at again, and not after it was released', async () => {
    await lock.hold();
    for (const one of locks) one.released = true;
    page.returns.next();
    await settled();
    expect(locks.map(({ released }) => released)).toEqual([true, false]);
    await lock.release();
    page.returns.next();
    await settled();
    expect(locks.length).toBe(2);
  });

  it('ROOM-14 a page that may not goes dark as always', async () => {
    (navigator.wakeLock.request as jasmine.Spy).and.rejectWith(
      new DOMException('', 'NotAllowedError'),
    );
    await expectAsync(lock.hold()).toBeResolved();
  });
});
