import { type RoomFacts, roomNews } from './room-news';

const calm: RoomFacts = {
  isMuted: false,
  isCameraOff: false,
  isTalkingMuted: false,
  isNetworkStable: true,
  isLowBandwidth: false,
  isPicturePaused: false,
  otherName: 'Maya',
  isOtherHandUp: false,
  timeWarning: '',
};

type Facts = Partial<RoomFacts>;

describe('roomNews', () => {
  const rows: readonly (readonly [string, Facts, Facts, readonly string[]])[] = [
    ['nothing where nothing changes', { isMuted: true }, { isMuted: true }, []],
    ['"Mic muted"', {}, { isMuted: true }, ['Mic muted']],
    ['nothing of being heard again', { isMuted: true }, {}, []],
    ['"Camera off"', {}, { isCameraOff: true }, ['Camera off']],
    ['"Network unstable"', {}, { isNetworkStable: false }, ['Network unstable']],
    ['"Network stable"', { isNetworkStable: false }, {}, ['Network stable']],
    ['"Low bandwidth mode enabled"', {}, { isLowBandwidth: true }, ['Low bandwidth mode enabled']],
    [
      'when a picture pauses later',
      { isLowBandwidth: true },
      { isLowBandwidth: true, isPicturePaused: true },
      ['Low bandwidth mode'],
    ],
    [
      'nothing of a picture that is sent again, small',
      { isLowBandwidth: true, isPicturePaused: true },
      { isLowBandwidth: true },
      [],
    ],
    ['nothing of what pauses at the other end', {}, { isPicturePaused: true }, []],
    ['that all is back', { isLowBandwidth: true }, {}, ['Full picture quality is back']],
    ['who raised their hand', {}, { isOtherHandUp: true }, ['Maya raised their hand']],
    ['nothing of a hand that goes down', { isOtherHandUp: true }, {}, []],
    [
      'that one talks and is not heard',
      { isMuted: true },
      { isMuted: true, isTalkingMuted: true },
      ['You are muted'],
    ],
    ['the time left', {}, { timeWarning: '5 minutes left' }, ['5 minutes left']],
    [
      'the time left again',
      { timeWarning: '5 minutes left' },
      { timeWarning: '1 minute left' },
      ['1 minute left'],
    ],
    [
      'the most important first',
      {},
      { isCameraOff: true, isMuted: true, timeWarning: '1 minute left' },
      ['1 minute left', 'Mic muted', 'Camera off'],
    ],
  ];
  for (const [name, before, after, texts] of rows) {
    it(`ROOM-10 says ${name}`, () => {
      const news = roomNews({ ...calm, ...before }, { ...calm, ...after });
      expect(news.map(({ text }) => text)).toEqual([...texts]);
    });
  }

  it('FAIL-2 says what pictures pause for', () => {
    const [news] = roomNews(calm, { ...calm, isLowBandwidth: true, isPicturePaused: true });
    expect(news?.tip).toBe('Pictures pause to keep the sound clear');
  });

  it('ROOM-10 has a tip in place: "Check your WiFi"', () => {
    const [news] = roomNews(calm, { ...calm, isNetworkStable: false });
    expect(news?.tip).toBe('Check your WiFi');
  });
});
