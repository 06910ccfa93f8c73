import { Repeat } from './repeat.ts';

describe('Repeat', () => {
  it('OPS runs once more for any number of calls during a run', async () => {
    const gates: PromiseWithResolvers<void>[] = [];
    const repeat = new Repeat(() => {
      const gate = Promise.withResolvers<void>();
      gates.push(gate);
      return gate.promise;
    });
    const first = repeat.run();
    const others = [repeat.run(), repeat.run()];
    gates[0]?.resolve();
    await first;
    await new Promise(setImmediate);
    expect(gates.length).toBe(2);
    gates[1]?.resolve();
    await Promise.all(others);
    expect(gates.length).toBe(2);
  });

  it('OPS runs again after a failure, which the caller hears', async () => {
    let runs = 0;
    const repeat = new Repeat(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('out of paper')) : Promise.resolve();
    });
    const [first, second] = [repeat.run(), repeat.run()];
    await expectAsync(first).toBeRejectedWithError('out of paper');
    await second;
    expect(runs).toBe(2);
  });
});
