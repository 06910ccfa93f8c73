import { finishStance } from './finish-stance';

describe('finishStance', () => {
  const rows = [
    [[], 'open'],
    [['leo'], 'asked'],
    [['mia'], 'answer'],
    [['mia', 'leo'], 'asked'],
  ] as const;
  for (const [agreedBy, stance] of rows) {
    it(`LIFE-6 agreed by ${agreedBy.join(' and ') || 'nobody'}: ${stance}`, () => {
      expect(finishStance(agreedBy, 'leo')).toBe(stance);
    });
  }
});
