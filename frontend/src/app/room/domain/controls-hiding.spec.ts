import { type Surroundings, areControlsShown } from './controls-hiding';

const phone: Surroundings = {
  isPhone: true,
  isStill: false,
  hasFocus: false,
  isCallOn: true,
  idleMs: 10_000,
};

describe('areControlsShown', () => {
  const rows: readonly (readonly [string, Partial<Surroundings>, boolean])[] = [
    ['hides them on a phone that nobody touches', {}, false],
    ['shows them for a while after a touch', { idleMs: 3999 }, true],
    ['shows them on a large screen', { isPhone: false }, true],
    ['shows them where little motion is wanted', { isStill: true }, true],
    ['shows them while the focus is in them', { hasFocus: true }, true],
    ['shows them to who waits', { isCallOn: false }, true],
  ];
  for (const [name, parts, isShown] of rows) {
    it(`ROOM-14 ${name}`, () => {
      expect(areControlsShown({ ...phone, ...parts })).toBe(isShown);
    });
  }
});
