import { mostWaiting, queued } from './issue-queue';

const told = (issueId: string, durationMs: number | null = null) => ({ issueId, durationMs });

describe('queued', () => {
  it('FAIL-13 keeps the order in which things failed', () => {
    const all = ['one', 'two', 'three'].map((id) => told(id));
    expect(all.reduce(queued<ReturnType<typeof told>>, [])).toEqual(all);
  });

  it('FAIL-13 says at once of what is over before it was told that it was and how long', () => {
    const waiting = [told('one'), told('two')];
    expect(queued(waiting, told('one', 4000))).toEqual([told('one', 4000), told('two')]);
  });

  it('FAIL-13 forgets the oldest where there are too many', () => {
    const many = Array.from({ length: mostWaiting + 2 }, (_, at) => told(String(at)));
    const kept = many.reduce(queued<ReturnType<typeof told>>, []);
    expect(kept.length).toBe(mostWaiting);
    expect(kept[0]).toEqual(told('2'));
    expect(kept.at(-1)).toEqual(told(String(mostWaiting + 1)));
  });
});
