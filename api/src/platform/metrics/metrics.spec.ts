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
});
