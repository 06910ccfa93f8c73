import { channelsOf, isOutdone, type ReminderChoices, waysOf } from './channels.ts';
import type { Leads, NoticeChannel, NoticeKind } from './notice.ts';

const minuteMs = 60_000;
const leads: Leads = {
  REMINDER_DAY: 1440 * minuteMs,
  REMINDER_HOUR: 60 * minuteMs,
  REMINDER_QUARTER: 15 * minuteMs,
  STARTING: minuteMs,
};
const all: readonly NoticeChannel[] = ['EMAIL', 'PUSH', 'IN_APP'];
const choices: ReminderChoices = {
  reminders: [
    { lead: 'DAY', channels: all },
    { lead: 'HOUR', channels: ['PUSH'] },
    { lead: 'QUARTER', channels: [] },
    { lead: 'START', channels: ['PUSH', 'IN_APP'] },
  ],
};

describe('channelsOf', () => {
  const rows: [NoticeKind, readonly NoticeChannel[]][] = [
    ['REMINDER_DAY', all],
    ['REMINDER_HOUR', ['PUSH']],
    ['REMINDER_QUARTER', []],
    ['STARTING', ['PUSH', 'IN_APP']],
    ['SESSION_SCHEDULED', all],
    ['SESSION_CANCELLED', all],
    ['REJOIN', ['PUSH']],
    ['RECORDING_READY', all],
  ];
  for (const [kind, expected] of rows) {
    it(`PRE-10 sends ${kind} where the person wants it`, () => {
      expect(channelsOf(kind, choices)).toEqual(expected);
    });
  }
});

describe('waysOf', () => {
  const rows: [string, readonly NoticeChannel[], boolean, readonly string[]][] = [
    ['all ways with a device', all, true, ['EMAIL', 'PUSH', 'IN_APP']],
    ['no push without one', all, false, ['EMAIL', 'IN_APP']],
    ['e-mail in the place of push', ['PUSH', 'IN_APP'], false, ['EMAIL for push', 'IN_APP']],
    ['push alone', ['PUSH'], true, ['PUSH']],
    ['e-mail alone, with no device to miss', ['EMAIL'], false, ['EMAIL']],
    ['nothing where nothing is wanted', [], false, []],
  ];
  for (const [what, channels, hasDevice, expected] of rows) {
    it(`PRE-3 takes ${what}`, () => {
      const ways = waysOf(channels, hasDevice);
      expect(ways.map((way) => (way.standsIn ? `${way.channel} for push` : way.channel))).toEqual([
        ...expected,
      ]);
    });
  }
});

describe('isOutdone', () => {
  const startsAt = 10_000 * minuteMs;
  const rows: [string, NoticeKind, NoticeChannel, number, boolean][] = [
    ['in its time', 'REMINDER_DAY', 'PUSH', 1440, false],
    ['late, with nothing behind it', 'REMINDER_DAY', 'PUSH', 61, false],
    ['when the next one is due on the same way', 'REMINDER_DAY', 'PUSH', 60, true],
    ['when the next one does not come on that way', 'REMINDER_DAY', 'EMAIL', 0, false],
    ['at the start, if that is told in the app', 'REMINDER_DAY', 'IN_APP', 1, true],
    ['never, for the last one', 'STARTING', 'PUSH', -5, false],
    ['never, for news', 'SESSION_SCHEDULED', 'PUSH', 0, false],
  ];
  for (const [when, kind, channel, minutesBefore, expected] of rows) {
    it(`PRE-10 gives up ${kind} for a later one ${when}: ${String(expected)}`, () => {
      const now = startsAt - minutesBefore * minuteMs;
      expect(isOutdone({ kind, channel, startsAt }, choices, leads, now)).toBe(expected);
    });
  }
});
