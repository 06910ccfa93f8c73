import { BatchWriter } from './batch-writer.ts';

/** A writer whose statements end when the test says. */
function scene() {
  const statements: {
    readonly rows: readonly string[];
    readonly end: PromiseWithResolvers<void>;
  }[] = [];
  const begun: (() => void)[] = [];
  const writer = new BatchWriter<string>((rows) => {
    const end = Promise.withResolvers<void>();
    statements.push({ rows, end });
    for (const check of begun.splice(0)) check();
    return end.promise;
  });
  const until = async (count: number) => {
    while (statements.length < count) await new Promise<void>((resolve) => begun.push(resolve));
  };
  return { statements, writer, until };
}

describe('BatchWriter', () => {
  it('writes the first at once and the others together, in their order', async () => {
    const { statements, writer, until } = scene();
    const first = writer.write('a');
    await until(1);
    const others = ['b', 'c', 'd'].map((row) => writer.write(row));
    statements[0]?.end.resolve();
    await first;
    await until(2);
    statements[1]?.end.resolve();
    await Promise.all(others);
    expect(statements.map(({ rows }) => rows)).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('fails those whose statement failed, and goes on with the next', async () => {
    const { statements, writer, until } = scene();
    const first = writer.write('a');
    await until(1);
    const second = writer.write('b');
    statements[0]?.end.reject(new Error('away'));
    await expectAsync(first).toBeRejectedWithError('away');
    await until(2);
    statements[1]?.end.resolve();
    await expectAsync(second).toBeResolved();
    expect(statements.map(({ rows }) => rows)).toEqual([['a'], ['b']]);
  });

  it('is at rest between two', async () => {
    const { statements, writer, until } = scene();
    for (const [index, row] of ['a', 'b'].entries()) {
      const written = writer.write(row);
      await until(index + 1);
      statements[index]?.end.resolve();
      await written;
    }
    expect(statements.length).toBe(2);
  });
});
