import { type Ending, endText } from './end-text';

function anEnding(parts: Partial<Ending>): Ending {
  return {
    outcome: 'COMPLETED',
    endReason: 'TIME_UP',
    canceller: '',
    otherName: 'Mia',
    isViewerMentor: false,
    isViewerMissing: false,
    isNobodyThere: false,
    ...parts,
  };
}

const rows: readonly [name: string, ending: Partial<Ending>, text: string][] = [
  ['LIFE-4 time up', {}, 'The planned time is up.'],
  ['LIFE-5 by the mentor', { endReason: 'ENDED_BY_MENTOR' }, 'The mentor ended the session.'],
  [
    'LIFE-5 by the viewer, who is the mentor',
    { endReason: 'ENDED_BY_MENTOR', isViewerMentor: true },
    'You ended the session.',
  ],
  ['LIFE-5 both gone', { endReason: 'BOTH_GONE' }, 'Both of you had left the room.'],
  ['LIFE-5 never together', { endReason: 'NEVER_MET' }, 'You were never in the room together.'],
  ['LIFE-6 agreed', { endReason: 'AGREED' }, 'You both agreed to finish.'],
  ['LIFE-6 the other did not come', { outcome: 'NO_SHOW' }, 'Mia did not come.'],
  [
    'LIFE-6 the viewer did not come',
    { outcome: 'NO_SHOW', isViewerMissing: true },
    'You did not come.',
  ],
  [
    'LIFE-6 nobody came',
    { outcome: 'NO_SHOW', isViewerMissing: true, isNobodyThere: true },
    'Neither of you came.',
  ],
  [
    'LIFE-5 cancelled by the other',
    { outcome: 'CANCELLED', canceller: 'Maya Lindqvist' },
    'Cancelled by Maya Lindqvist.',
  ],
  [
    'LIFE-5 cancelled by the viewer',
    { outcome: 'CANCELLED', canceller: 'you' },
    'Cancelled by you.',
  ],
  ['LIFE-5 cancelled by neither', { outcome: 'CANCELLED' }, 'It was cancelled.'],
  ['LIFE-5 a reason from the future', { endReason: 'NEW' }, 'The session is over.'],
  ['LIFE-5 no reason', { endReason: null }, 'The session is over.'],
];

describe('endText', () => {
  for (const [name, ending, text] of rows) {
    it(name, () => {
      expect(endText(anEnding(ending))).toBe(text);
    });
  }
});
