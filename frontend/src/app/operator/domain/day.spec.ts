import { dayAround } from './day';

describe('dayAround', () => {
  const rows: readonly (readonly [string, string, string, string, string])[] = [
    ['a usual day', '2030-01-15T13:45:12.345Z', 'UTC', '2030-01-15T00:00Z', '2030-01-16T00:00Z'],
    ['east', '2030-01-15T23:30Z', 'Asia/Tokyo', '2030-01-15T15:00Z', '2030-01-16T15:00Z'],
    ['half hours', '2030-01-15T12:00Z', 'Asia/Kolkata', '2030-01-14T18:30Z', '2030-01-15T18:30Z'],
    ['23 hours', '2030-03-31T12:00Z', 'Europe/Berlin', '2030-03-30T23:00Z', '2030-03-31T22:00Z'],
    ['25 hours', '2030-10-27T12:00Z', 'Europe/Berlin', '2030-10-26T22:00Z', '2030-10-27T23:00Z'],
    ['midnight', '2030-01-15T00:00Z', 'UTC', '2030-01-15T00:00Z', '2030-01-16T00:00Z'],
  ];
  for (const [what, at, zone, from, to] of rows) {
    it(`PRE-12 ${what}`, () => {
      const day = dayAround(Date.parse(at), zone);
      expect([day.from, day.to]).toEqual([Date.parse(from), Date.parse(to)]);
    });
  }
});
