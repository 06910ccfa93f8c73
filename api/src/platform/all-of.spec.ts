import { allOf } from './all-of.ts';

describe('allOf', () => {
  it('waits for those that still run when one has failed, and gives its fault', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const ended: string[] = [];
    const slow = promise.then(() => ended.push('slow'));
    const all = allOf([Promise.reject(new Error('first')), slow]).catch((error: unknown) => {
      ended.push(error instanceof Error ? error.message : 'unknown');
    });
    resolve();
    await all;
    expect(ended).toEqual(['slow', 'first']);
  });

  it('resolves when nothing failed', async () => {
    await expectAsync(allOf([Promise.resolve(1), Promise.resolve()])).toBeResolved();
  });
});
