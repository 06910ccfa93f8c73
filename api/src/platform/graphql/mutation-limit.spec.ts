import { parse } from 'graphql';
import { LocalAllowances } from '../allowances/local-allowances.ts';
import { MutationLimit } from './mutation-limit.ts';

describe('MutationLimit', () => {
  const cases: readonly [string, string, number][] = [
    ['a query, however large', '{ a b c d e }', 0],
    ['a mutation', 'mutation { a }', 1],
    ['each of several', 'mutation { x: a y: a z: a }', 3],
    ['those in fragments', 'mutation { a ...F ... { c } } fragment F on M { b d }', 4],
    ['the one that is named', 'mutation A { a b } query B { c }', 2],
  ];
  for (const [what, query, count] of cases) {
    it(`API-5 counts ${what}`, async () => {
      const limit = new MutationLimit(10, new LocalAllowances({ now: () => 0 }));
      const document = parse(query);
      const name = query.includes('query B') ? 'A' : null;
      const fitting = count === 0 ? 50 : Math.floor(10 / count);
      for (let time = 0; time < fitting; time += 1) {
        expect(await limit.refuse('ana', document, name)).toBeNull();
      }
      const last = await limit.refuse('ana', document, name);
      expect(last?.extensions['code']).toBe(count === 0 ? undefined : 'TOO_MANY_REQUESTS');
    });
  }

  it('API-5 says in how many seconds there is one more, to each by themselves', async () => {
    let now = 0;
    const limit = new MutationLimit(1, new LocalAllowances({ now: () => now }));
    const document = parse('mutation { a }');
    expect(await limit.refuse('ana', document)).toBeNull();
    now = 20_500;
    const refusal = await limit.refuse('ana', document);
    expect(refusal?.extensions['retryAfterSeconds']).toBe(40);
    expect(await limit.refuse('leo', document)).toBeNull();
    now = 60_000;
    expect(await limit.refuse('ana', document)).toBeNull();
  });
});
