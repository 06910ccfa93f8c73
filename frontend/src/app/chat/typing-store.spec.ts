import { TestBed } from '@angular/core/testing';
import { Announcer } from '../platform/announcer';
import { DeviceClock } from '../platform/clock';
import { FakeDeviceClock } from '../testing/fake-platform';
import { TypingStore } from './typing-store';

describe('TypingStore', () => {
  let clock: FakeDeviceClock;
  let said: string[];
  let store: TypingStore;

  beforeEach(() => {
    clock = new FakeDeviceClock();
    said = [];
    jasmine.clock().install();
    const announcer: Pick<Announcer, 'say'> = { say: (words) => said.push(words) };
    TestBed.configureTestingModule({
      providers: [
        TypingStore,
        { provide: DeviceClock, useValue: clock },
        { provide: Announcer, useValue: announcer },
      ],
    });
    store = TestBed.inject(TypingStore);
  });

  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('ROOM-7 the other stops typing four seconds after their last word of it', () => {
    store.heard('typing', 'Mia');
    jasmine.clock().tick(3000);
    store.heard('typing', 'Mia');
    jasmine.clock().tick(3999);
    expect(store.isOtherTyping()).toBe(true);
    jasmine.clock().tick(1);
    expect(store.isOtherTyping()).toBe(false);
  });

  it('ROOM-7 the other stops at once where they say so', () => {
    store.heard('typing', 'Mia');
    store.heard('stopped', 'Mia');
    expect(store.isOtherTyping()).toBe(false);
  });

  it('ROOM-15 is said once a minute at the most', () => {
    for (const afterMs of [0, 100, 5000, 54_000, 1000]) {
      clock.pass(afterMs);
      store.heard('typing', 'Mia');
      store.heard('stopped', 'Mia');
    }
    expect(said).toEqual(['Mia is typing', 'Mia is typing']);
  });

  it('ROOM-7 tells the other no more than every two seconds', () => {
    const told: string[] = [];
    store.told.subscribe((word) => told.push(word));
    for (let count = 0; count < 50; count += 1) {
      store.typed('x');
      clock.pass(100);
    }
    expect(told).toEqual(['typing', 'typing', 'typing']);
    store.typed('');
    expect(told.at(-1)).toBe('stopped');
  });
});
