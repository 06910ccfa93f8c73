import fc from 'fast-check';
import type { Allowances, Quota } from '../../src/platform/allowances/allowances.ts';
import { TestClock } from '../test-clock.ts';

export interface AllowancesUnderTest {
  /** Two ends of the same count; within one process they are the same. */
  readonly one: Allowances;
  readonly other: Allowances;
}

/** What every kind of counting must keep to. */
export function allowancesContract(
  open: (clock: TestClock) => Promise<AllowancesUnderTest>,
  { runs }: { readonly runs: number },
): void {
  const clock = new TestClock(1_000_000);
  let parts: AllowancesUnderTest;
  let count = 0;

  beforeAll(async () => {
    parts = await open(clock);
  });

  afterAll(async () => {
    await parts.one[Symbol.asyncDispose]();
    await parts.other[Symbol.asyncDispose]();
  });

  function quotaOf(most: number): Quota {
    count += 1;
    return { name: `quota-${String(count)}`, most, windowMs: 100 };
  }

  it('API-5 grants so much within the window, wherever it is asked, to each by themselves', async () => {
    const quota = quotaOf(2);
    expect(await parts.one.take(quota, 'ana')).toBe(0);
    clock.advance(30);
    expect(await parts.other.take(quota, 'ana')).toBe(0);
    expect(await parts.one.take(quota, 'ana')).toBe(70);
    expect(await parts.other.take(quota, 'ana')).toBe(70);
    expect(await parts.other.take(quota, 'leo')).toBe(0);
    clock.advance(70);
    expect(await parts.one.take(quota, 'ana')).toBe(0);
    expect(await parts.one.take(quota, 'ana')).toBe(30);
  });

  it('API-5 counts each quota by itself', async () => {
    const [drawing, writing] = [quotaOf(1), quotaOf(1)];
    expect(await parts.one.take(drawing, 'ana')).toBe(0);
    expect(await parts.one.take(writing, 'ana')).toBe(0);
    expect(await parts.one.take(drawing, 'ana')).toBe(100);
  });

  it('API-5 grants several at once or none, and never more than there are', async () => {
    const quota = quotaOf(3);
    expect(await parts.one.take(quota, 'ana', 2)).toBe(0);
    clock.advance(10);
    expect(await parts.one.take(quota, 'ana', 2)).toBe(90);
    expect(await parts.one.take(quota, 'ana')).toBe(0);
    expect(await parts.one.take(quota, 'ana', 3)).toBe(100);
    expect(await parts.one.take(quota, 'leo', 4)).toBe(100);
  });

  it('API-5 grants what was not granted within the window before, whatever the order', async () => {
    const step = fc.record({
      passed: fc.nat(60),
      key: fc.constantFrom('ana', 'leo'),
      count: fc.integer({ min: 1, max: 4 }),
      end: fc.constantFrom('one' as const, 'other' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const quota = quotaOf(5);
        const granted: { readonly key: string; readonly at: number }[] = [];
        for (const { passed, key, count: wanted, end } of steps) {
          clock.advance(passed);
          const now = clock.now();
          const lately = granted.filter((one) => one.key === key && one.at > now - 100);
          const waitMs = await parts[end].take(quota, key, wanted);
          const isFree = lately.length + wanted <= quota.most;
          expect(waitMs === 0).toBe(isFree);
          if (isFree) granted.push(...Array.from({ length: wanted }, () => ({ key, at: now })));
        }
      }),
      { numRuns: runs },
    );
  });
}
