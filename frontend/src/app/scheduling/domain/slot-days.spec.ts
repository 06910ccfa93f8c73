import { slotDays } from './slot-days';

const at = (iso: string) => ({ startsAt: Date.parse(iso) });

describe('slotDays', () => {
  it('PRE-12 puts each slot on the day that the viewer’s clocks show', () => {
    const slots = [at('2026-10-24T22:30:00Z'), at('2026-10-25T08:00:00Z')];
    const berlin = slotDays(slots, '2026-10-24', 3, 'Europe/Berlin');
    expect(berlin.map(({ date, slots: free }) => [date, free.length])).toEqual([
      ['2026-10-24', 0],
      ['2026-10-25', 2],
      ['2026-10-26', 0],
    ]);
    const newYork = slotDays(slots, '2026-10-24', 2, 'America/New_York');
    expect(newYork.map(({ slots: free }) => free.length)).toEqual([1, 1]);
  });
});
