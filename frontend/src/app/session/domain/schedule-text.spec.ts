import { calendarLeaf, dayText, momentText, scheduleText, timeText } from './schedule-text';

const london = { language: 'en-GB', timeZone: 'Europe/London' };
const tokyo = { language: 'en-GB', timeZone: 'Asia/Tokyo' };
const newYork = { language: 'en-US', timeZone: 'America/New_York' };
const at = (iso: string) => Date.parse(iso);
const noon = at('2030-03-04T12:00:00Z');

describe('dayText', () => {
  const rows: readonly [name: string, instant: string, writing: typeof london, text: string][] = [
    ['PRE-8 today', '2030-03-04T22:00:00Z', london, 'Today'],
    ['PRE-8 tomorrow', '2030-03-05T00:30:00Z', london, 'Tomorrow'],
    ['PRE-8 yesterday', '2030-03-03T23:59:00Z', london, 'Yesterday'],
    ['PRE-8 it is tomorrow already in Tokyo', '2030-03-04T15:30:00Z', tokyo, 'Tomorrow'],
    ['PRE-8 it is still today in New York', '2030-03-05T03:00:00Z', newYork, 'Today'],
    ['PRE-8 a day of this year', '2030-05-21T12:00:00Z', london, 'Tuesday 21 May'],
    ['PRE-8 in American', '2030-05-21T12:00:00Z', newYork, 'Tuesday May 21'],
    ['PRE-8 a day of another year', '2031-01-02T12:00:00Z', london, 'Thursday 2 January 2031'],
  ];
  for (const [name, instant, writing, text] of rows) {
    it(name, () => {
      // Browsers differ in their commas.
      expect(dayText(at(instant), noon, writing).replaceAll(',', '')).toBe(text);
    });
  }
});

describe('timeText', () => {
  const rows: readonly [name: string, writing: typeof london, text: string][] = [
    ['PRE-8 in the viewer’s zone', london, '12:00'],
    ['PRE-8 nine hours on in Tokyo', tokyo, '21:00'],
    ['PRE-8 as Americans write it', newYork, '7:00 AM'],
  ];
  for (const [name, writing, text] of rows) {
    it(name, () => {
      expect(timeText(noon, writing).replace(/\s/g, ' ')).toBe(text);
    });
  }

  it('ROOM-7 makes what writes times once for all of them', () => {
    const made = spyOn(Intl, 'DateTimeFormat').and.callThrough();
    const kolkata = { language: 'en-GB', timeZone: 'Asia/Kolkata' };
    const times = [0, 1, 2].map((hours) => timeText(noon + hours * 3_600_000, kolkata));
    expect(times).toEqual(['17:30', '18:30', '19:30']);
    expect(made).toHaveBeenCalledTimes(1);
  });
});

describe('momentText', () => {
  const rows: readonly [name: string, instant: string, text: string][] = [
    ['PRE-13 today only the time', '2030-03-04T11:30:00Z', '11:30'],
    ['PRE-13 on another day that day as well', '2030-03-10T11:30:00Z', 'Sunday 10 March 11:30'],
  ];
  for (const [name, instant, text] of rows) {
    it(name, () => {
      expect(momentText(at(instant), noon, london).replaceAll(',', '')).toBe(text);
    });
  }
});

describe('scheduleText', () => {
  it('PRE-8 says day, hours and zone', () => {
    const start = at('2030-07-01T12:00:00Z');
    expect(scheduleText(start, start + 3_600_000, noon, london)).toEqual({
      day: 'Monday 1 July',
      hours: '13:00 – 14:00',
      zone: 'BST',
    });
  });
});

describe('calendarLeaf', () => {
  it('PRE-12 shows the day that it is for the viewer', () => {
    const night = at('2030-03-31T23:30:00Z');
    expect(calendarLeaf(night, { language: 'en-GB', timeZone: 'UTC' })).toEqual({
      day: '31',
      month: 'Mar',
    });
    expect(calendarLeaf(night, tokyo)).toEqual({ day: '1', month: 'Apr' });
  });
});
