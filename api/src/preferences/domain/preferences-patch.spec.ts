import { defaultChoices } from './preferences.ts';
import { faultOf, type PatchFault, type PreferencesPatch } from './preferences-patch.ts';

describe('faultOf', () => {
  const cases: readonly [string, PreferencesPatch, PatchFault | null][] = [
    ['PRE-2 takes a patch of nothing', {}, null],
    ['PRE-2 takes everything that there is', { ...defaultChoices, timeZone: 'Asia/Tokyo' }, null],
    ['PRE-2 takes silence', { volume: 0 }, null],
    ['PRE-2 takes full volume', { volume: 100 }, null],
    ['PRE-2 refuses more than full volume', { volume: 101 }, 'VOLUME'],
    ['PRE-2 refuses less than silence', { volume: -1 }, 'VOLUME'],
    ['PRE-2 refuses half a step', { volume: 1.5 }, 'VOLUME'],
    ['PRE-10 takes a reminder on no way', { reminders: [{ lead: 'DAY', channels: [] }] }, null],
    [
      'PRE-10 refuses a reminder named twice',
      {
        reminders: [
          { lead: 'DAY', channels: [] },
          { lead: 'DAY', channels: ['PUSH'] },
        ],
      },
      'REMINDER_TWICE',
    ],
    ['PRE-8 takes a zone of long ago', { timeZone: 'Asia/Calcutta' }, null],
    ['PRE-8 takes UTC', { timeZone: 'UTC' }, null],
    ['PRE-8 refuses no name', { timeZone: '' }, 'TIME_ZONE'],
    ['PRE-8 refuses a zone of nowhere', { timeZone: 'Europe/Atlantis' }, 'TIME_ZONE'],
    ['PRE-8 refuses an offset, which knows no summer', { timeZone: '+02:00' }, 'TIME_ZONE'],
    ['PRE-8 refuses what is no name', { timeZone: 'Europe/Berlin\n' }, 'TIME_ZONE'],
  ];
  for (const [name, patch, fault] of cases) {
    it(name, () => {
      expect(faultOf(patch)).toBe(fault);
    });
  }
});
