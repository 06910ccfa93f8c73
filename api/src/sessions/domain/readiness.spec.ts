import { type DeviceResults, isReady, isRepeated } from './readiness.ts';

const fine: DeviceResults = { camera: 'OK', microphone: 'OK', speaker: 'OK', network: 'OK' };

describe('readiness', () => {
  const rows: readonly [name: string, results: Partial<DeviceResults>, isReady: boolean][] = [
    ['PRE-8 all works', {}, true],
    ['PRE-8 no camera, on purpose', { camera: 'SKIPPED' }, true],
    ['PRE-8 nothing but the ears, on purpose', { camera: 'SKIPPED', microphone: 'SKIPPED' }, true],
    ['FAIL-3 the camera fails', { camera: 'PROBLEM' }, false],
    ['FAIL-3 the microphone fails', { microphone: 'PROBLEM' }, false],
    ['FAIL-3 nothing is heard', { speaker: 'PROBLEM' }, false],
    ['FAIL-3 the way to the media server is cut', { network: 'PROBLEM' }, false],
  ];
  for (const [name, results, expected] of rows) {
    it(name, () => {
      expect(isReady({ ...fine, ...results })).toBe(expected);
    });
  }

  it('PRE-8 takes the same word within a minute for one, and any other for news', () => {
    const last = { ...fine, at: 1000 };
    expect(isRepeated(last, fine, 61_000)).toBe(true);
    expect(isRepeated(last, fine, 61_001)).toBe(false);
    expect(isRepeated(last, { ...fine, network: 'SKIPPED' }, 2000)).toBe(false);
    expect(isRepeated(null, fine, 2000)).toBe(false);
  });
});
