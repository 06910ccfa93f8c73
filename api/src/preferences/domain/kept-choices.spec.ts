import fc from 'fast-check';
import { choicesFrom, keptFrom } from './kept-choices.ts';
import { type Choices, defaultChoices, noticeChannels, reminderLeads } from './preferences.ts';

const channels = fc.subarray([...noticeChannels]);
const choices: fc.Arbitrary<Choices> = fc.record({
  chimeFiveMinutes: fc.boolean(),
  chimeOneMinute: fc.boolean(),
  chimeTenSeconds: fc.boolean(),
  volume: fc.integer({ min: 0, max: 100 }),
  voice: fc.boolean(),
  autoJoin: fc.boolean(),
  reminders: fc
    .tuple(channels, channels, channels, channels)
    .map((each) => reminderLeads.map((lead, at) => ({ lead, channels: each[at] ?? [] }))),
});

describe('choicesFrom', () => {
  const unreadable: readonly [string, unknown][] = [
    ['nothing', null],
    ['an empty record', {}],
    ['a list', [true]],
    ['a text', 'loud'],
    ['names of another version', { chimeOneHour: true, theme: 'dark' }],
    ['values of other kinds', { voice: 'yes', volume: '70', autoJoin: 1, reminderDAY: 'EMAIL' }],
    ['a volume out of bounds', { volume: 700 }],
  ];
  for (const [name, kept] of unreadable) {
    it(`PRE-2 reads ${name} as nothing chosen`, () => {
      expect(choicesFrom(kept)).toEqual(defaultChoices);
    });
  }

  it('PRE-10 drops a way that is not known, and keeps the others', () => {
    const read = choicesFrom({ reminderHOUR: ['PIGEON', 'PUSH', 7], voice: true });
    const usual = defaultChoices.reminders;
    expect(read.reminders).toEqual(
      usual.map((one) => (one.lead === 'HOUR' ? { lead: 'HOUR', channels: ['PUSH'] } : one)),
    );
    expect(read.voice).toBeTrue();
  });

  it('PRE-2 PRE-10 reads back what was kept', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        expect(choicesFrom(keptFrom(chosen))).toEqual(chosen);
      }),
    );
  });

  it('PRE-2 PRE-10 keeps changes of different things, whichever comes first', () => {
    const pair = fc.tuple(choices, choices, fc.subarray([...reminderLeads]));
    fc.assert(
      fc.property(pair, ([before, after, leads]) => {
        const isNamed = ({ lead }: { lead: (typeof reminderLeads)[number] }) =>
          leads.includes(lead);
        const one = { voice: after.voice, reminders: after.reminders.filter(isNamed) };
        const other = {
          volume: after.volume,
          reminders: after.reminders.filter((reminder) => !isNamed(reminder)),
        };
        const read = (first: Partial<Choices>, second: Partial<Choices>) =>
          choicesFrom({ ...keptFrom(before), ...keptFrom(first), ...keptFrom(second) });
        const { voice, volume, reminders } = after;
        expect(read(one, other)).toEqual({ ...before, voice, volume, reminders });
        expect(read(other, one)).toEqual(read(one, other));
      }),
    );
  });

  it('PRE-10 keeps each way once and in one order', () => {
    const reminders = [{ lead: 'DAY', channels: ['IN_APP', 'EMAIL', 'IN_APP'] }] as const;
    expect(keptFrom({ reminders })).toEqual({ reminderDAY: ['EMAIL', 'IN_APP'] });
  });
});
