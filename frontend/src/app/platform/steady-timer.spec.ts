import { TestBed } from '@angular/core/testing';
import { SteadyTimer } from './steady-timer';

describe('SteadyTimer', () => {
  const after = (timer: SteadyTimer, ms: number) => {
    const done = Promise.withResolvers<number>();
    const from = performance.now();
    timer.start(ms, () => {
      done.resolve(performance.now() - from);
    });
    return done.promise;
  };

  it('PRE-1 acts after the time that it was given', async () => {
    expect(await after(TestBed.inject(SteadyTimer), 40)).toBeGreaterThanOrEqual(39);
  });

  it('PRE-1 does only what it was told last', async () => {
    const timer = TestBed.inject(SteadyTimer);
    const acted: string[] = [];
    timer.start(5, () => acted.push('before'));
    await after(timer, 30);
    expect(acted).toEqual([]);
  });

  it('PRE-1 has to do with the page’s own timers where workers are forbidden', async () => {
    spyOn(window, 'Worker').and.throwError('forbidden');
    const timer = TestBed.inject(SteadyTimer);
    expect(await after(timer, 20)).toBeGreaterThanOrEqual(19);
    let isLate = false;
    timer.start(1, () => (isLate = true));
    timer.stop();
    await after(timer, 10);
    expect(isLate).toBe(false);
  });
});
