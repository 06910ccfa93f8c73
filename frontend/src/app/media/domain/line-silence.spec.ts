import type { LineStat, LineStats } from './line-stats';
import { type Hearing, isSuspicious, nextHearing, silenceBetween, silentMs } from './line-silence';

function pair(parts: Partial<LineStat>): LineStat {
  return { id: 'pair', type: 'candidate-pair', ...parts };
}

function look(at: number, ...entries: readonly LineStat[]): LineStats {
  return { at, entries };
}

/** What is known after looks at one direction. */
function heard(...looks: readonly LineStats[]): Hearing | null {
  return looks.reduce<Hearing | null>((known, one) => nextHearing(known, [one]), null);
}

describe('nextHearing', () => {
  it('LIFE-2 knows when something came last where the browser says so', () => {
    const before = look(1000, pair({ bytesReceived: 9, lastPacketReceivedTimestamp: 990 }));
    const after = look(9000, pair({ bytesReceived: 9, lastPacketReceivedTimestamp: 1200 }));
    expect(heard(before, after)).toEqual({ at: 9000, heardAt: 1200, bytes: 9 });
  });

  it('LIFE-2 takes what came over either direction, by whichever pair', () => {
    const looks = [
      look(9000, pair({ lastPacketReceivedTimestamp: 1200 })),
      look(9001, pair({ lastPacketReceivedTimestamp: 3000 }), pair({}), pair({ id: 'other' })),
    ];
    expect(nextHearing(null, looks)).toEqual({ at: 9001, heardAt: 3000, bytes: 0 });
  });

  it('LIFE-2 goes by what has grown where the browser does not say', () => {
    const first = look(1000, pair({ bytesReceived: 10 }));
    const second = look(2000, pair({ bytesReceived: 20 }));
    const third = look(7000, pair({ bytesReceived: 20 }));
    expect(heard(first, second, third)).toEqual({ at: 7000, heardAt: 2000, bytes: 20 });
  });

  it('LIFE-2 keeps what it knows where a new line has brought nothing yet', () => {
    const before = look(1000, pair({ bytesReceived: 9, lastPacketReceivedTimestamp: 990 }));
    expect(heard(before, look(5000))).toEqual({ at: 5000, heardAt: 990, bytes: 0 });
  });

  it('LIFE-2 knows nothing before something has come', () => {
    expect(heard(look(1000), look(2000, pair({ bytesReceived: 0 })))).toBeNull();
    expect(silentMs(null)).toBe(0);
    expect(isSuspicious(null)).toBe(false);
  });
});

describe('silence of a line', () => {
  const rows: readonly [string, silentForMs: number, silent: number, suspicious: boolean][] = [
    ['is none while something comes', 20, 0, false],
    ['is looked at more closely after a second', 1000, 0, true],
    ['is none while the other end may have had nothing to say', 2600, 0, true],
    ['is one after more than that', 3500, 3500, true],
  ];
  for (const [name, ms, silent, suspicious] of rows) {
    it(`LIFE-2 ${name}`, () => {
      const hearing = { at: 10_000 + ms, heardAt: 10_000, bytes: 1 };
      expect([silentMs(hearing), isSuspicious(hearing)]).toEqual([silent, suspicious]);
    });
  }

  it('LIFE-2 is over when something comes, and ended no later than the look before', () => {
    const before = { at: 18_000, heardAt: 10_000, bytes: 1 };
    const after = { at: 18_250, heardAt: 18_100, bytes: 2 };
    expect(silenceBetween(before, after)).toEqual({ forMs: 8000, endedMsAgo: 250 });
    expect(silenceBetween(before, { ...before, at: 18_250 })).toBeNull();
    expect(silenceBetween({ ...before, at: 12_000 }, after)).toBeNull();
    expect(silenceBetween(null, after)).toBeNull();
  });
});
