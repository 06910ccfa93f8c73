import { BatchLoader } from './batch-loader.ts';

describe('BatchLoader', () => {
  function setUp() {
    const asked: (readonly number[])[] = [];
    const loader = new BatchLoader<number, string>((keys) => {
      asked.push(keys);
      return Promise.resolve(
        new Map(keys.filter((key) => key < 10).map((key) => [key, `#${String(key)}`])),
      );
    });
    return { asked, loader };
  }

  it('makes one query of what is asked in the same moment', async () => {
    const { asked, loader } = setUp();
    const answers = await Promise.all([loader.load(1), loader.load(2), loader.load(1)]);
    expect(answers).toEqual(['#1', '#2', '#1']);
    expect(asked).toEqual([[1, 2]]);
  });

  it('keeps nothing for the next moment', async () => {
    const { asked, loader } = setUp();
    await loader.load(1);
    await loader.load(1);
    expect(asked).toEqual([[1], [1]]);
  });

  it('gives null for what is not there', async () => {
    expect(await setUp().loader.load(99)).toBeNull();
  });
});
