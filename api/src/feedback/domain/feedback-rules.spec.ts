import { checkFeedback, feedbackEditableMs, isEditable } from './feedback-rules.ts';

describe('checkFeedback', () => {
  for (const rating of [1, 2, 3, 4, 5]) {
    it(`ROOM-12 takes ${String(rating)} stars`, () => {
      expect(checkFeedback(rating, ' good ')).toEqual({ rating, comment: 'good' });
    });
  }
  for (const rating of [0, 6, -1, 2.5, Number.NaN]) {
    it(`ROOM-12 refuses ${String(rating)} stars`, () => {
      expect(checkFeedback(rating, '')).toEqual({ fault: 'RATING' });
    });
  }
  it('ROOM-12 refuses a comment of more than 2,000 characters', () => {
    expect(checkFeedback(5, 'a'.repeat(2001))).toEqual({ fault: 'COMMENT' });
    expect(checkFeedback(5, 'a'.repeat(2000))).toEqual({ rating: 5, comment: 'a'.repeat(2000) });
  });
});

describe('isEditable', () => {
  it('ROOM-12 lets feedback be changed for a day', () => {
    expect(isEditable(1000, 1000 + feedbackEditableMs - 1)).toBeTrue();
    expect(isEditable(1000, 1000 + feedbackEditableMs)).toBeFalse();
  });
});
