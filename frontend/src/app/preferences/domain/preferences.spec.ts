import { type PreferencesPatch, asOne, patched, usualPreferences } from './preferences';

const day = { lead: 'DAY', channels: ['EMAIL'] } as const;
const dayAgain = { lead: 'DAY', channels: [] } as const;
const hour = { lead: 'HOUR', channels: ['PUSH'] } as const;

describe('patched preferences', () => {
  const cases: readonly [string, readonly PreferencesPatch[], PreferencesPatch][] = [
    ['PRE-2 nothing changes nothing', [], {}],
    ['PRE-5 one change', [{ autoJoin: true }], { autoJoin: true }],
    ['PRE-2 the last word counts', [{ volume: 1 }, { volume: 2 }], { volume: 2 }],
    [
      'PRE-2 changes of different things add up',
      [{ voice: true }, { volume: 2 }],
      { voice: true, volume: 2 },
    ],
    ['PRE-10 one reminder', [{ reminders: [hour] }], { reminders: [hour] }],
    [
      'PRE-10 reminders add up',
      [{ reminders: [day] }, { reminders: [hour] }],
      { reminders: [day, hour] },
    ],
    [
      'PRE-10 the last word on a reminder counts',
      [{ reminders: [day] }, { reminders: [dayAgain] }],
      { reminders: [dayAgain] },
    ],
    [
      'PRE-10 a reminder stays when something else changes',
      [{ reminders: [day] }, { voice: true }],
      { voice: true, reminders: [day] },
    ],
  ];
  for (const [name, patches, whole] of cases) {
    it(name, () => {
      const { reminders = [], ...plain } = whole;
      const changed = patched(usualPreferences, patches);
      expect(changed).toEqual({
        ...usualPreferences,
        ...plain,
        reminders: usualPreferences.reminders.map(
          (usual) => reminders.find(({ lead }) => lead === usual.lead) ?? usual,
        ),
      });
      expect(asOne(patches)).toEqual(whole);
      expect(patched(usualPreferences, [asOne(patches)])).toEqual(changed);
    });
  }
});
