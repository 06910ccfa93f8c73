import { endReasons, tableFaults, transitions, type TransitionTable } from './transitions.ts';

describe('the table of transitions', () => {
  it('LIFE-1 has no status that cannot be reached, left or ended', () => {
    expect(tableFaults(transitions)).toEqual([]);
  });

  const rows: readonly [string, object, string][] = [
    [
      'a status that cannot be reached',
      { WAITING: { SESSION_ENDED: 'ENDED' } },
      'ACTIVE cannot be reached',
    ],
    ['a status that cannot end', { PAUSED: {} }, 'PAUSED cannot end'],
    ['an end that is not final', { ENDED: { SESSION_RESUMED: 'ACTIVE' } }, 'ENDED is not final'],
    [
      'a status that is not known',
      { PAUSED: { SESSION_ENDED: 'OVER' } },
      'PAUSED leads to unknown OVER',
    ],
  ];
  for (const [what, change, fault] of rows) {
    it(`LIFE-1 is checked for ${what}`, () => {
      // A table with a fault is not a table by its type.
      const table = { ...transitions, ...change } as TransitionTable;
      expect(tableFaults(table)).toContain(fault);
    });
  }

  it('LIFE-1 moves only as the product says', () => {
    const moves = Object.entries(transitions).flatMap(([from, targets]) =>
      [...new Set(Object.values(targets))].filter((to) => to !== from).map((to) => `${from} ${to}`),
    );
    expect(moves.sort()).toEqual([
      'ACTIVE ENDED',
      'ACTIVE PAUSED',
      'PAUSED ACTIVE',
      'PAUSED ENDED',
      'SCHEDULED ENDED',
      'SCHEDULED WAITING',
      'WAITING ACTIVE',
      'WAITING ENDED',
      // A session that is moved to another time waits anew.
      'WAITING SCHEDULED',
    ]);
  });

  it('LIFE-5 has a reason for every end', () => {
    const ending = Object.entries(transitions).filter(([, to]) => 'SESSION_ENDED' in to);
    const withReasons = Object.entries(endReasons).filter(([, reasons]) => reasons.length > 0);
    expect(withReasons.map(([status]) => status)).toEqual(ending.map(([status]) => status));
  });
});
