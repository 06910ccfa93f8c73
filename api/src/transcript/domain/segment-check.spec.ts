import type { Segment } from './segment.ts';
import {
  checkSegment,
  longestText,
  type SegmentFault,
  type SegmentLimits,
} from './segment-check.ts';

const limits: SegmentLimits = {
  people: ['mia', 'leo'],
  actualStart: 100_000,
  actualEnd: null,
  now: 200_000,
  isAgreed: () => true,
};
const segment: Segment = {
  id: '019a0000-0000-7000-8000-000000000001',
  revision: 3,
  personId: 'leo',
  startAt: 150_000,
  endAt: 152_000,
  text: 'Five thirds.',
  isFinal: true,
  language: 'en-GB',
  engine: 'Scripted',
};

describe('checkSegment', () => {
  it('ROOM-8 makes one clean line of the text, and writes the language as it is known', () => {
    const told = {
      ...segment,
      id: segment.id.toUpperCase(),
      text: ' Five\n\nthirds.\u0000\ud800 ',
      language: 'EN-gb',
    };
    expect(checkSegment(told, limits)).toEqual({
      segment: { ...segment, text: 'Five thirds. \ufffd' },
    });
  });

  const rows: readonly [string, Partial<Segment>, Partial<SegmentLimits>, SegmentFault | null][] = [
    ['no language', { language: null }, {}, null],
    ['nothing in it', { text: ' ' }, {}, null],
    ['an id of another form', { id: 'one' }, {}, 'BAD_ID'],
    ['half a revision', { revision: 1.5 }, {}, 'BAD_REVISION'],
    ['a revision below zero', { revision: -1 }, {}, 'BAD_REVISION'],
    ['the longest text', { text: 'a'.repeat(longestText) }, {}, null],
    ['a longer text', { text: 'a'.repeat(longestText + 1) }, {}, 'BAD_TEXT'],
    ['a language that is none', { language: 'not a language' }, {}, 'BAD_LANGUAGE'],
    ['an engine without a name', { engine: ' ' }, {}, 'BAD_ENGINE'],
    ['somebody else', { personId: 'sam' }, {}, 'STRANGER'],
    ['a session that has not started', {}, { actualStart: null }, 'NOT_STARTED'],
    ['an end before its beginning', { endAt: 149_999 }, {}, 'BAD_TIMES'],
    ['a beginning that is no time', { startAt: Number.NaN }, {}, 'BAD_TIMES'],
    ['before the session', { startAt: 94_999, endAt: 95_000 }, {}, 'BAD_TIMES'],
    ['in the future', { startAt: 206_000, endAt: 207_000 }, {}, 'BAD_TIMES'],
    ['said before the end', {}, { actualEnd: 151_000 }, null],
    ['off the record', {}, { isAgreed: () => false }, 'NOT_AGREED'],
    ['off the record what takes words away', { text: '' }, { isAgreed: () => false }, null],
    ['said after the end', {}, { actualEnd: 149_000 }, 'ENDED'],
  ];
  for (const [what, changes, place, fault] of rows) {
    it(`ROOM-8 ${fault ? `refuses ${what} as ${fault}` : `takes ${what}`}`, () => {
      const checked = checkSegment({ ...segment, ...changes }, { ...limits, ...place });
      expect('fault' in checked ? checked.fault : null).toBe(fault);
    });
  }
});
