import { announcement, callText, iconMark, tabTitle } from './alert-words';
import { type Urgency, urgencyAt } from './urgency';

const startsAt = Date.UTC(2030, 2, 4, 12);
const session = { title: 'Fractions', startsAt };

describe('tabTitle, iconMark, callText', () => {
  const rows: readonly [
    name: string,
    seconds: number,
    urgency: Urgency,
    title: string | null,
    mark: string | null,
    text: string,
  ][] = [
    ['PRE-1 an hour before', -3600, 'calm', null, null, ''],
    ['PRE-1 just before five minutes', -300.2, 'calm', null, null, ''],
    ['PRE-1 five minutes before', -300, 'soon', '5:00 · Fractions · PeerLearn', '5', ''],
    ['PRE-1 a second later', -299, 'soon', '4:59 · Fractions · PeerLearn', '5', ''],
    ['PRE-1 in the last but one', -61, 'soon', '1:01 · Fractions · PeerLearn', '2', ''],
    [
      'PRE-4 one minute before',
      -60,
      'last',
      'Join Now! · Fractions · PeerLearn',
      '!',
      'Get ready to join!',
    ],
    [
      'PRE-4 a second before',
      -1,
      'last',
      'Join Now! · Fractions · PeerLearn',
      '!',
      'Get ready to join!',
    ],
    [
      'PRE-6 at the start',
      0,
      'missed',
      'Join Now! · Fractions · PeerLearn',
      '!',
      'You missed your start, Join Now!',
    ],
  ];
  for (const [name, seconds, urgency, title, mark, text] of rows) {
    it(name, () => {
      const now = startsAt + seconds * 1000;
      expect(urgencyAt(startsAt, now)).toBe(urgency);
      expect(tabTitle(session, now)).toBe(title);
      expect(iconMark(startsAt, now)).toBe(mark);
      expect(callText(urgency)).toBe(text);
    });
  }
});

describe('announcement', () => {
  it('PRE-4 ROOM-15 says what others see at five minutes, at one and at the start', () => {
    expect(announcement('five-minutes', 'Fractions')).toBe('Fractions starts in 5 minutes.');
    expect(announcement('one-minute', 'Fractions')).toContain('Get ready to join!');
    expect(announcement('ten-seconds', 'Fractions')).toBeNull();
    expect(announcement('start', 'Fractions')).toContain('You missed your start, Join Now!');
  });
});
