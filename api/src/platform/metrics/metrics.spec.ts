import { Metrics } from './metrics.ts';

describe('Metrics', () => {
  it('OPS shows all else where one value cannot be read', async () => {
    const metrics = new Metrics();
    metrics.gauge('test_well', 'Can be read.', () => 3);
    metrics.gauge('test_ill', 'Cannot be read.', () => Promise.reject(new Error('away')));
    const text = await metrics.registry.metrics();
    expect(text).toContain('test_well 3');
    expect(text).toMatch(/^test_ill NaN$/im);
  });

  it('OPS shows how many there are of each word, also of none, and `NaN` where they cannot be counted', async () => {
    const metrics = new Metrics();
    const words = ['one', 'other'] as const;
    let counts: Promise<{ word: 'one' | 'other'; count: number }[]> = Promise.resolve([
      { word: 'one', count: 2 },
    ]);
    const about = { name: 'test_all', help: 'By word.', label: 'word', words };
    metrics.tally({ ...about, read: () => counts });
    const before = await metrics.registry.metrics();
    expect(before).toContain('test_all{word="one"} 2');
    expect(before).toContain('test_all{word="other"} 0');
    counts = Promise.reject(new Error('away'));
    expect(await metrics.registry.metrics()).toMatch(/test_all\{word="one"\} NaN/i);
  });
});
