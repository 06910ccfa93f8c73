import { type Outcome, type Tone, outcomeWords } from './outcome-text';

const rows: readonly [outcome: Outcome, text: string, tone: Tone][] = [
  ['COMPLETED', 'Session Completed', 'good'],
  ['INCOMPLETE', 'Session Incomplete', 'warn'],
  ['NO_SHOW', 'Missed', 'bad'],
  ['CANCELLED', 'Cancelled', 'calm'],
];

describe('outcomeWords', () => {
  for (const [outcome, text, tone] of rows) {
    it(`PRE-12 ${outcome} reads "${text}"`, () => {
      expect(outcomeWords(outcome)).toEqual({ text, tone });
    });
  }
});
