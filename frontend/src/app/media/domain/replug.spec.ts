import { type Plugging, replug } from './replug';

const built = { id: 'built-in' };
const headset = { id: 'headset' };

describe('replug', () => {
  const usual: Plugging = {
    chosen: 'headset',
    open: 'built-in',
    isGone: false,
    before: [built],
    after: [built],
  };
  type Row = readonly [name: string, plugging: Partial<Plugging>, then: 'open' | 'take' | 'stay'];
  const rows: readonly Row[] = [
    ['the open one is gone, another is there', { isGone: true }, 'open'],
    ['the open one is gone, none is there', { isGone: true, after: [] }, 'stay'],
    ['the chosen one is back', { after: [built, headset] }, 'take'],
    [
      'the chosen one was there all the time',
      { before: [built, headset], after: [headset] },
      'stay',
    ],
    ['the chosen one is open', { open: 'headset', after: [built, headset] }, 'stay'],
    ['nothing is open', { open: '', after: [built, headset] }, 'stay'],
    ['none was ever chosen', { chosen: null, after: [built, headset] }, 'stay'],
    ['a third one comes', { after: [built, { id: 'third' }] }, 'stay'],
  ];
  for (const [name, plugging, then] of rows) {
    it(`FAIL-3 ${name}: ${then}`, () => {
      expect(replug({ ...usual, ...plugging })).toBe(then);
    });
  }
});
