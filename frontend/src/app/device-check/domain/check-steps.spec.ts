import { type Part, type Results, failingText, nextPart, toReport, untried } from './check-steps';

describe('check steps', () => {
  const rows: readonly [
    name: string,
    results: Partial<Results>,
    after: Part | null,
    next: Part | null,
  ][] = [
    ['begin with the camera', {}, null, 'camera'],
    ['go on with the microphone', { camera: 'OK' }, 'camera', 'microphone'],
    ['come back to what was passed over', { network: 'OK' }, 'network', 'camera'],
    ['leave out what is known', { camera: 'OK', microphone: 'SKIPPED' }, 'camera', 'speaker'],
    [
      'are done when all is known',
      { camera: 'OK', microphone: 'PROBLEM', speaker: 'SKIPPED', network: 'OK' },
      'network',
      null,
    ],
  ];
  for (const [name, results, after, next] of rows) {
    it(`PRE-8 ${name}`, () => {
      expect(nextPart({ ...untried, ...results }, after)).toBe(next);
    });
  }

  const failing: readonly [results: Partial<Results>, text: string][] = [
    [{ camera: 'SKIPPED', microphone: 'OK' }, ''],
    [{ microphone: 'PROBLEM' }, 'microphone'],
    [{ camera: 'PROBLEM', network: 'PROBLEM' }, 'camera and network connection'],
    [
      { camera: 'PROBLEM', microphone: 'PROBLEM', speaker: 'PROBLEM' },
      'camera, microphone and speaker',
    ],
  ];
  for (const [results, text] of failing) {
    it(`FAIL-3 what fails is "${text}"`, () => {
      expect(failingText({ ...untried, ...results })).toBe(text);
    });
  }

  it('PRE-8 tells what was never tried as skipped', () => {
    expect(toReport({ ...untried, camera: 'OK', network: 'PROBLEM' })).toEqual({
      camera: 'OK',
      microphone: 'SKIPPED',
      speaker: 'SKIPPED',
      network: 'PROBLEM',
    });
  });
});
