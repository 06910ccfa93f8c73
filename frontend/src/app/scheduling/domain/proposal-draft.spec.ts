import { type WantedStart, proposalFaults } from './proposal-draft';

const zone = 'Europe/Berlin';
const now = Date.parse('2026-03-20T12:00:00Z');
const plannedAt = Date.parse('2026-03-21T09:00:00Z');
const at = (date: string, time: string): WantedStart => ({ date, time });

describe('proposalFaults', () => {
  const rows: readonly [name: string, wanted: WantedStart, fault: string | null][] = [
    ['a good time', at('2026-03-22', '10:00'), null],
    ['no date', at('', '10:00'), 'Choose a date.'],
    ['no time', at('2026-03-22', ''), 'Choose a time.'],
    ['the past', at('2026-03-19', '10:00'), 'Choose a time that is still to come.'],
    ['the same time', at('2026-03-21', '10:00'), 'This is when the session is now.'],
  ];
  for (const [name, wanted, fault] of rows) {
    it(`PRE-11 ${name}`, () => {
      expect(proposalFaults([wanted], zone, { now, plannedAt })).toEqual([fault]);
    });
  }

  it('PRE-11 a time is given once', () => {
    const twice = [at('2026-03-22', '10:00'), at('2026-03-22', '10:00')];
    const [first, second] = proposalFaults(twice, zone, { now, plannedAt });
    expect(first).toBeNull();
    expect(second).toBe('You have given this time already.');
  });
});
