import { initials } from './initials.ts';

describe('initials', () => {
  for (const [name, expected] of [
    ['Ana Lima', 'AL'],
    ['Ana Maria de Lima', 'AL'],
    ['ana', 'A'],
    ['  Éva   Ősz ', 'ÉŐ'],
    ['😀 Smile', '😀S'],
    ['', '?'],
  ] as const) {
    it(`PRE-8 of "${name}" are "${expected}"`, () => {
      expect(initials(name)).toBe(expected);
    });
  }
});
