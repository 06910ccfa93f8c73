import { zoneChoices, zoneText } from './time-zone-text';

const winter = Date.parse('2030-01-15T12:00:00Z');
const summer = Date.parse('2030-07-15T12:00:00Z');

describe('zoneText', () => {
  const rows: readonly [id: string, instant: number, text: string][] = [
    ['Europe/Berlin', winter, 'Europe/Berlin (UTC+1)'],
    ['Europe/Berlin', summer, 'Europe/Berlin (UTC+2)'],
    ['Europe/London', winter, 'Europe/London (UTC)'],
    ['America/New_York', winter, 'America/New York (UTC-5)'],
    ['Asia/Kathmandu', winter, 'Asia/Kathmandu (UTC+5:45)'],
    ['Asia/Katmandu', winter, 'Asia/Kathmandu (UTC+5:45)'],
    ['UTC', winter, 'UTC'],
    ['Mars/Olympus_Mons', winter, 'Mars/Olympus Mons'],
  ];
  for (const [id, instant, text] of rows) {
    it(`PRE-8 ${id} is ${text}`, () => {
      expect(zoneText(id, instant)).toBe(text);
    });
  }
});

describe('zoneChoices', () => {
  it('PRE-8 names each zone once, in order', () => {
    const ids = ['UTC', 'Europe/Berlin', 'Asia/Tokyo', 'Europe/Berlin'];
    expect(zoneChoices(ids, winter).map(({ name }) => name)).toEqual([
      'Asia/Tokyo (UTC+9)',
      'Europe/Berlin (UTC+1)',
      'UTC',
    ]);
  });

  it('PRE-8 of an old and a new name for one zone keeps the one that is given first', () => {
    const ids = ['Asia/Kolkata', 'Asia/Calcutta'];
    expect(zoneChoices(ids, winter)).toEqual([
      { id: 'Asia/Kolkata', name: 'Asia/Kolkata (UTC+5:30)' },
    ]);
    expect(zoneChoices(ids.toReversed(), winter)[0]?.id).toBe('Asia/Calcutta');
  });
});
