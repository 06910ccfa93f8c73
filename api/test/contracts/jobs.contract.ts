import { systemClock } from '../../src/platform/clock.ts';
import type { JobHandler, Jobs, Ring } from '../../src/platform/jobs/jobs.ts';
import type { CutWire } from '../cut-wire.ts';
import { Heard } from '../heard.ts';
import type { RingingProcess } from '../ringing-process.ts';

export interface AlarmClockUnderTest {
  /** One more process's end of the same alarm clock, with these jobs; not started yet. */
  open(options?: { readonly lockMs?: number }): Jobs;
  /** The same store by way of a wire. */
  openBy(wire: CutWire): Jobs;
  wire(): Promise<CutWire>;
  /** A process of its own that takes the ring of `name` and never comes to an end with it. */
  startRinging(name: string): Promise<RingingProcess>;
  /** What was logged up to now. */
  readonly log: readonly string[];
}

/** What every alarm clock must keep to, whatever keeps its jobs. */
export function jobsContract(open: () => Promise<AlarmClockUnderTest>): void {
  let clock: AlarmClockUnderTest;
  let names = 0;
  let name: string;

  beforeAll(async () => {
    clock = await open();
  }, 120_000);

  beforeEach(() => {
    // Each test has jobs of its own; what a failed one leaves behind rings for nobody.
    names += 1;
    name = `job-${String(names)}`;
  });

  async function started(handler: JobHandler, jobs = clock.open()): Promise<Jobs> {
    jobs.define(name, handler);
    await jobs.start();
    return jobs;
  }

  function ringIn(delayMs: number, key = 'key'): Ring {
    return { at: systemClock.now() + delayMs, key, data: { about: key } };
  }

  describe('at an instant', () => {
    it('PRE-10 rings then, and not before', async () => {
      const heard = new Heard();
      await using jobs = await started(heard.hear);
      // So far apart that both are asked for before the first is due, on a busy machine too.
      const late = ringIn(4000, 'late');
      const soon = ringIn(2000, 'soon');
      await Promise.all([jobs.at(name, late), jobs.at(name, soon)]);
      await heard.count(2);
      expect(heard.told('about')).toEqual(['soon', 'late']);
      for (const [index, { at }] of [soon, late].entries()) {
        expect(heard.rings[index]?.at).toBeGreaterThanOrEqual(at);
        expect(heard.rings[index]?.at).toBeLessThan(at + 2000);
      }
    });

    it('PRE-10 rings once however often it is asked', async () => {
      const heard = new Heard();
      await using jobs = await started(heard.hear);
      const ring = ringIn(400);
      await Promise.all([jobs.at(name, ring), jobs.at(name, ring), jobs.at(name, ring)]);
      await jobs.at(name, ring);
      await jobs.at(name, ringIn(1500, 'fence'));
      await heard.count(2);
      expect(heard.told('about')).toEqual(['key', 'fence']);
    });

    it('PRE-10 is not rung again by one who asks while it rings', async () => {
      const heard = new Heard();
      const gate = Promise.withResolvers<void>();
      // Either of the two may take it.
      const slow: JobHandler = async (data) => {
        await heard.hear(data);
        if (data['about'] === 'key') await gate.promise;
      };
      await using jobs = await started(slow);
      await using other = await started(slow);
      const ring = ringIn(0);
      await jobs.at(name, ring);
      await heard.count(1);
      await Promise.all([jobs.at(name, ring), other.at(name, ring)]);
      await other.at(name, ringIn(1200, 'fence'));
      await heard.count(2);
      gate.resolve();
      expect(heard.told('about')).toEqual(['key', 'fence']);
    });

    it('PRE-10 rings at once for an instant that is past', async () => {
      const heard = new Heard();
      await using jobs = await started(heard.hear);
      const asked = systemClock.now();
      await jobs.at(name, ringIn(-3_600_000));
      await heard.count(1);
      expect(systemClock.now() - asked).toBeLessThan(3000);
    });

    it('PRE-10 rings what came due while nothing ran', async () => {
      const heard = new Heard();
      const ring = ringIn(100);
      {
        await using setter = clock.open();
        await setter.start();
        await setter.at(name, ring);
      }
      await using _jobs = await started(heard.hear);
      await heard.count(1);
      expect(heard.told('about')).toEqual(['key']);
    });

    it('PRE-10 lets a handler set its own next ring while it runs', async () => {
      const heard = new Heard();
      const jobs = clock.open();
      await using _jobs = await started(async (data) => {
        const step = Number(data['step']);
        const next = { at: systemClock.now() + 50, key: 'chain', data: { step: step + 1 } };
        if (step < 3) await jobs.at(name, next);
        await heard.hear(data);
      }, jobs);
      await jobs.at(name, { at: systemClock.now(), key: 'chain', data: { step: 1 } });
      await heard.count(3);
      expect(heard.told('step')).toEqual([1, 2, 3]);
    });
  });

  describe('again and again', () => {
    it('PRE-10 rings', async () => {
      const heard = new Heard();
      await using jobs = await started(heard.hear);
      await jobs.every(name, 200);
      await heard.count(3);
      expect(heard.rings.length).toBeGreaterThanOrEqual(3);
    });

    it('PRE-10 rings in one of the processes that asked together', async () => {
      const heard = new Heard();
      await using one = await started(heard.hear);
      await using other = await started(heard.hear);
      await Promise.all([one.every(name, 60_000), other.every(name, 60_000)]);
      await one.at(name, ringIn(1500, 'fence'));
      await heard.count(2);
      expect(heard.told('about')).toEqual([undefined, 'fence']);
    });
  });

  describe('with several processes', () => {
    it('PRE-10 shares the rings, each once', async () => {
      const all = new Heard();
      const [one, other] = [new Heard(), new Heard()];
      const both = (of: Heard) => async (data: Ring['data']) => {
        await of.hear(data);
        await all.hear(data);
      };
      await using first = await started(both(one));
      await using second = await started(both(other));
      const keys = Array.from({ length: 40 }, (_, index) => `k${String(index)}`);
      const rings = keys.map((key) => ringIn(2000, key));
      await Promise.all(rings.flatMap((ring) => [first.at(name, ring), second.at(name, ring)]));
      await second.at(name, ringIn(3500, 'fence'));
      await all.count(41);
      expect(all.told('about').toSorted()).toEqual([...keys, 'fence'].toSorted());
    });

    it('PRE-10 rings again when the process died in its midst, once its lock is old', async () => {
      const lockMs = 1500;
      const heard = new Heard();
      const dying = await clock.startRinging(name);
      const killed = systemClock.now();
      await dying.kill();
      await using _jobs = await started(heard.hear, clock.open({ lockMs }));
      await heard.count(1);
      expect(heard.told('about')).toEqual(['crash']);
      expect(systemClock.now() - killed).toBeLessThan(10_000);
      expect(heard.rings[0]?.at).toBeGreaterThanOrEqual(dying.rangAt + lockMs);
    });

    it('PRE-10 does not ring again what only takes longer than its lock', async () => {
      const heard = new Heard();
      const lockMs = 600;
      const gate = Promise.withResolvers<void>();
      const slow: JobHandler = async (data) => {
        await heard.hear(data);
        if (data['about'] === 'slow') await gate.promise;
      };
      await using jobs = await started(slow, clock.open({ lockMs }));
      await using _other = await started(slow, clock.open({ lockMs }));
      await jobs.at(name, ringIn(0, 'slow'));
      await jobs.at(name, ringIn(3000, 'fence'));
      await heard.count(2);
      gate.resolve();
      expect(heard.told('about')).toEqual(['slow', 'fence']);
    });
  });

  describe('when a handler fails', () => {
    it('PRE-10 says so, and rings again and again with growing pauses', async () => {
      const heard = new Heard();
      await using jobs = await started(async (data) => {
        await heard.hear(data);
        if (heard.rings.length < 3) throw new Error(`out of paper for ${name}`);
      });
      await jobs.at(name, ringIn(0));
      await heard.count(3);
      const [first = 0, second = 0, third = 0] = heard.rings.map(({ at }) => at);
      expect(clock.log.join()).toContain(`out of paper for ${name}`);
      expect(second - first).toBeGreaterThanOrEqual(900);
      expect(third - second).toBeGreaterThanOrEqual(1900);
    });
  });

  describe('at its end', () => {
    it('PRE-10 waits for what rings', async () => {
      const heard = new Heard();
      const gate = Promise.withResolvers<void>();
      let isDone = false;
      const jobs = await started(async (data) => {
        await heard.hear(data);
        await gate.promise;
        isDone = true;
      });
      await jobs.at(name, ringIn(0));
      await heard.count(1);
      const ending = jobs[Symbol.asyncDispose]();
      gate.resolve();
      await ending;
      expect(isDone).toBeTrue();
    });

    it('PRE-10 leaves what it had put by to the others, at once', async () => {
      const [gone, heard] = [new Heard(), new Heard()];
      const jobs = await started(gone.hear);
      const ring = ringIn(900);
      await jobs.at(name, ring);
      await jobs.at(name, ringIn(0, 'first'));
      await gone.count(1);
      await jobs[Symbol.asyncDispose]();
      await using _other = await started(heard.hear);
      await heard.count(1);
      expect(gone.told('about')).toEqual(['first']);
      expect(heard.told('about')).toEqual(['key']);
      expect(heard.rings[0]?.at).toBeLessThan(ring.at + 4000);
    });
  });

  describe('while its store is away', () => {
    it('PRE-10 is not healthy, and rings what came due when the store is back', async () => {
      await using wire = await clock.wire();
      const heard = new Heard();
      await using jobs = await started(heard.hear, clock.openBy(wire));
      await jobs.checkHealth();
      await jobs.at(name, ringIn(1500));
      await wire.cut();
      await expectAsync(jobs.checkHealth()).toBeRejected();
      await expectAsync(jobs.at(name, ringIn(0, 'lost'))).toBeRejected();
      await wire.mend();
      await heard.count(1);
      expect(heard.told('about')).toEqual(['key']);
      await jobs.checkHealth();
      await jobs.at(name, ringIn(0, 'after'));
      await heard.count(2);
      expect(heard.told('about')).toEqual(['key', 'after']);
    });
  });
}
