import { createLogger } from '../../platform/logger.ts';
import { LocalWakeUps } from '../../platform/streams/local-wake-ups.ts';
import type { Leases } from '../store/lease-store.ts';
import type { WantedSession } from '../wanted-sessions.ts';
import { JobKeeper } from './job-keeper.ts';

/** Leases in memory; `taken` are those of others. */
class FakeLeases implements Leases {
  readonly held = new Set<string>();
  readonly taken = new Set<string>();

  claim(_holder: string, ids: readonly string[], most: number): Promise<readonly string[]> {
    const free = ids.filter((id) => !this.taken.has(id)).slice(0, most);
    for (const id of free) this.held.add(id);
    return Promise.resolve(free);
  }

  renew(_holder: string, ids: readonly string[]): Promise<readonly string[]> {
    return Promise.resolve(ids.filter((id) => this.held.has(id)));
  }

  release(_holder: string, id: string): Promise<void> {
    this.held.delete(id);
    return Promise.resolve();
  }
}

describe('who has which session', () => {
  let wanted: readonly WantedSession[];
  let leases: FakeLeases;
  let wakeUps: LocalWakeUps;
  let happened: string[];
  let isHanging: boolean;
  let keeper: JobKeeper;

  beforeEach(() => {
    jasmine.clock().install();
    wanted = [];
    leases = new FakeLeases();
    wakeUps = new LocalWakeUps();
    happened = [];
    isHanging = false;
    keeper = new JobKeeper({
      ...{ holder: 'me', leases, wakeUps, most: 2, logger: createLogger('silent') },
      wanted: { list: () => Promise.resolve(wanted) },
      jobFor: (id) => ({
        attend: (isOpen) => {
          happened.push(`${id} ${isOpen ? 'open' : 'closed'}`);
          return isHanging ? new Promise<void>(() => undefined) : Promise.resolve();
        },
        [Symbol.asyncDispose]: () => {
          happened.push(`${id} left`);
          return Promise.resolve();
        },
      }),
    });
    keeper.start();
  });

  afterEach(async () => {
    await keeper[Symbol.asyncDispose]();
    await wakeUps[Symbol.asyncDispose]();
    jasmine.clock().uninstall();
  });

  /** What happens in one beat. */
  async function beat(): Promise<readonly string[]> {
    happened = [];
    jasmine.clock().tick(1000);
    await settled();
    return happened;
  }

  /** All that follows from what has happened. */
  async function settled(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  }

  function want(...sessions: readonly string[]): void {
    wanted = sessions.map((sessionId) => ({ sessionId, isOpen: true }));
  }

  it('ROOM-8 are those that are wanted and nobody has, and no more than it can', async () => {
    leases.taken.add('b');
    want('a', 'b', 'c', 'd');
    expect(await beat()).toEqual(['a open', 'c open']);
    expect([...leases.held]).toEqual(['a', 'c']);
  });

  it('ROOM-8 are left and given back when they are not wanted any more', async () => {
    want('a');
    await beat();
    want();
    expect(await beat()).toEqual(['a left']);
    expect(leases.held.size).toBe(0);
  });

  it('FAIL-12 are left to whoever has them now', async () => {
    want('a');
    await beat();
    leases.held.delete('a');
    leases.taken.add('a');
    expect(await beat()).toEqual(['a left']);
  });

  it('FAIL-12 are all given back at the end', async () => {
    want('a', 'b');
    await beat();
    happened = [];
    await keeper[Symbol.asyncDispose]();
    expect(happened).toEqual(['a left', 'b left']);
    expect(leases.held.size).toBe(0);
  });

  it('FAIL-12 keep their beat while the room of one is not reached', async () => {
    isHanging = true;
    want('a');
    expect(await beat()).toEqual(['a open']);
    want('a', 'b');
    expect(await beat()).toEqual(['b open']);
  });

  it('ROOM-8 open and close as soon as something has happened in them', async () => {
    want('a');
    await beat();
    wanted = [{ sessionId: 'a', isOpen: false }];
    happened = [];
    wakeUps.announce('session:a');
    await settled();
    expect(happened).toEqual(['a closed']);
  });
});
