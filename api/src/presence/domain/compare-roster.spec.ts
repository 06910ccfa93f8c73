import type { RosterEntry } from './roster-entry.ts';
import { compareRoster, type KnownConnection, type RosterDifference } from './compare-roster.ts';

const nothing: RosterDifference = { joined: [], lost: [], found: [], confirmed: [] };

function known(sid: string, changes: Partial<KnownConnection> = {}): KnownConnection {
  return {
    sid,
    joinedAt: 0,
    isOpen: true,
    isLeft: false,
    lastSeenAt: 40_000,
    endedAt: null,
    ...changes,
  };
}

function listed(sid: string): RosterEntry {
  return { personId: 'ana', connectionId: 'tab', sid, joinedAt: 0 };
}

describe('compareRoster', () => {
  const rows: readonly [string, KnownConnection[], RosterEntry[], Partial<RosterDifference>][] = [
    ['LIFE-2 finds nothing in two empty lists', [], [], {}],
    [
      'LIFE-2 finds a person whose arrival was not told',
      [],
      [listed('a')],
      { joined: [listed('a')] },
    ],
    [
      'LIFE-2 finds a person whose going was not told',
      [known('a')],
      [],
      { lost: [{ sid: 'a', lastSeenAt: 40_000 }] },
    ],
    [
      'LIFE-2 dates a loss to the arrival when no list has shown them',
      [known('a', { joinedAt: 41_000 })],
      [],
      { lost: [{ sid: 'a', lastSeenAt: 41_000 }] },
    ],
    [
      'LIFE-3 takes nothing from who was seen shortly before the end',
      [known('a', { endedAt: 46_000 })],
      [],
      {},
    ],
    [
      'LIFE-3 finds who had gone long before the end',
      [known('a', { endedAt: 46_001 })],
      [],
      { lost: [{ sid: 'a', lastSeenAt: 40_000 }] },
    ],
    ['LIFE-2 confirms who is still there', [known('a')], [listed('a')], { confirmed: ['a'] }],
    ['LIFE-2 takes back a loss', [known('a', { isOpen: false })], [listed('a')], { found: ['a'] }],
    [
      'LIFE-2 does not revive who has left',
      [known('a', { isOpen: false, isLeft: true })],
      [listed('a')],
      {},
    ],
    [
      'LIFE-2 does not lose who came while the list was on its way',
      [known('a', { joinedAt: 49_500 })],
      [],
      {},
    ],
    [
      'LIFE-2 sees a full reconnect as one going and one coming',
      [known('a')],
      [listed('b')],
      { lost: [{ sid: 'a', lastSeenAt: 40_000 }], joined: [listed('b')] },
    ],
  ];
  for (const [title, log, roster, expected] of rows) {
    it(title, () => {
      expect(compareRoster(log, roster, 50_000)).toEqual({ ...nothing, ...expected });
    });
  }
});
