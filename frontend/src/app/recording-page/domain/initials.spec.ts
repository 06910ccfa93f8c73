import { initialsOf } from './initials';

describe('initialsOf', () => {
  const rows: readonly [name: string, initials: string][] = [
    ['Maya Lindqvist', 'ML'],
    ['Ana María de la Cruz', 'AC'],
    ['leo', 'L'],
    ['  Leo   Okafor ', 'LO'],
    ['𝒜da Lovelace', '𝒜L'],
    ['', ''],
  ];
  for (const [name, initials] of rows) {
    it(`ROOM-18 gives "${initials}" for "${name}"`, () => {
      expect(initialsOf(name)).toBe(initials);
    });
  }
});
