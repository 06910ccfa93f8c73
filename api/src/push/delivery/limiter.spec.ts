import { Limiter } from './limiter.ts';

describe('Limiter', () => {
  it('PRE-3 never runs more at a time than it has places for, and runs all of it', async () => {
    const limiter = new Limiter(2);
    const gates = Array.from({ length: 5 }, () => Promise.withResolvers<void>());
    let running = 0;
    let most = 0;
    const done = gates.map((gate) =>
      limiter.run(async () => {
        running += 1;
        most = Math.max(most, running);
        await gate.promise;
        running -= 1;
      }),
    );
    for (const gate of gates) gate.resolve();
    await Promise.all(done);
    expect(most).toBe(2);
    expect(running).toBe(0);
  });

  it('PRE-3 gives the place free when the work fails', async () => {
    const limiter = new Limiter(1);
    await expectAsync(limiter.run(() => Promise.reject(new Error('no')))).toBeRejectedWithError(
      'no',
    );
    expect(await limiter.run(() => Promise.resolve('next'))).toBe('next');
  });
});
