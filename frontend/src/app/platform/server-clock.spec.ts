import { TestBed } from '@angular/core/testing';
import { FakeGraphql } from '../testing/fake-graphql';
import { FakeDeviceClock, FakePageLife } from '../testing/fake-platform';
import { settled } from '../testing/screen';
import { DeviceClock } from './clock';
import { GraphqlClient } from './graphql-client';
import { PageLife } from './page-life';
import { ServerClock } from './server-clock';
import { ServerTimeDocument } from './server-clock-operations';

const hourMs = 3_600_000;

/** A device whose clock is wrong by hours, and a server that is right. */
class Device {
  readonly clock = new FakeDeviceClock();
  readonly graphql = new FakeGraphql();
  readonly page = new FakePageLife();
  trueTime = Date.parse('2030-03-04T12:00:00Z');

  constructor() {
    this.clock.wall = this.trueTime - 3 * hourMs;
    this.clock.even = 5000;
    TestBed.configureTestingModule({
      providers: [
        { provide: DeviceClock, useValue: this.clock },
        { provide: GraphqlClient, useValue: this.graphql },
        { provide: PageLife, useValue: this.page },
      ],
    });
  }

  pass(ms: number): void {
    this.clock.pass(ms);
    this.trueTime += ms;
  }

  /** The monotonic clock stands still meanwhile. */
  sleep(ms: number): void {
    this.clock.wall += ms;
    this.trueTime += ms;
  }

  /** From now on a question takes so long on its way there and back. */
  answerIn(thereMs: number, backMs: number): void {
    this.graphql.answer(ServerTimeDocument, () => {
      this.pass(thereMs);
      const serverTime = new Date(this.trueTime).toISOString();
      this.pass(backMs);
      return { serverTime };
    });
  }

  get questions(): number {
    return this.graphql.calls(ServerTimeDocument).length;
  }
}

describe('ServerClock', () => {
  let device: Device;

  beforeEach(() => {
    jasmine.clock().install();
    device = new Device();
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jasmine.clock().uninstall();
  });

  /** Lets the clock look at the time once more. */
  async function tick(): Promise<void> {
    jasmine.clock().tick(200);
    await settled();
  }

  it('PRE-1 has to do with the device’s time until the server is heard', () => {
    const clock = TestBed.inject(ServerClock);
    expect(clock.isSynced()).toBe(false);
    expect(clock.now()).toBe(device.clock.wall);
  });

  it('PRE-1 is right within 250 ms where the device is wrong by hours', async () => {
    device.answerIn(240, 10);
    const clock = TestBed.inject(ServerClock);
    await settled();
    expect(clock.isSynced()).toBe(true);
    expect(Math.abs(clock.now() - device.trueTime)).toBeLessThan(250);
  });

  it('PRE-1 goes on evenly when somebody sets the device’s clock', async () => {
    device.answerIn(5, 5);
    const clock = TestBed.inject(ServerClock);
    await settled();
    device.clock.wall += 7 * hourMs;
    device.pass(1000);
    expect(clock.now()).toBe(device.trueTime);
  });

  it('PRE-1 keeps the best of several answers', async () => {
    device.answerIn(0, 400);
    const clock = TestBed.inject(ServerClock);
    await settled();
    device.answerIn(2, 2);
    await clock.sync();
    device.answerIn(400, 0);
    await clock.sync();
    expect(Math.abs(clock.now() - device.trueTime)).toBeLessThan(5);
  });

  it('PRE-1 is right again after sleep, before the server answers', async () => {
    device.answerIn(5, 5);
    const clock = TestBed.inject(ServerClock);
    await settled();
    device.graphql.refuse(ServerTimeDocument, 'unreachable');
    device.sleep(hourMs);
    await tick();
    expect(Math.abs(clock.now() - device.trueTime)).toBeLessThan(250);
  });

  it('PRE-1 asks anew when somebody looks at the page again, and believes it', async () => {
    device.answerIn(1, 1);
    const clock = TestBed.inject(ServerClock);
    await settled();
    // Asleep with both clocks standing still: only the server knows.
    device.trueTime += hourMs;
    device.answerIn(100, 100);
    device.page.returns.next();
    await settled();
    expect(Math.abs(clock.now() - device.trueTime)).toBeLessThan(250);
  });

  it('PRE-1 the shown time moves on by itself', async () => {
    device.answerIn(5, 5);
    const clock = TestBed.inject(ServerClock);
    await settled();
    const before = clock.time();
    device.pass(1000);
    await tick();
    expect(clock.time() - before).toBe(1000);
  });

  it('PRE-1 asks again after a minute, and sooner after no answer', async () => {
    device.answerIn(5, 5);
    TestBed.inject(ServerClock);
    await settled();
    const first = device.questions;
    device.pass(59_000);
    await tick();
    expect(device.questions).toBe(first);
    device.graphql.refuse(ServerTimeDocument, 'unreachable');
    device.pass(2000);
    await tick();
    const second = device.questions;
    expect(second).toBeGreaterThan(first);
    device.pass(6500);
    await tick();
    expect(device.questions).toBeGreaterThan(second);
  });

  it('PRE-1 does not ask while nobody looks', async () => {
    device.page.isVisible = false;
    device.answerIn(5, 5);
    TestBed.inject(ServerClock);
    await tick();
    expect(device.questions).toBe(0);
  });

  it('PRE-1 takes the time that comes with another answer', () => {
    device.page.isVisible = false;
    const clock = TestBed.inject(ServerClock);
    const at = device.clock.even;
    clock.learn({ askedAt: at, answeredAt: at, serverTime: device.trueTime });
    device.pass(500);
    expect(clock.now()).toBe(device.trueTime);
  });
});
