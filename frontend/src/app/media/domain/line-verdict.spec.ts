import {
  type ReceivedLine,
  type SentLine,
  beyondTheirs,
  receivedVerdict,
  sentVerdict,
} from './line-verdict';
import { type Rung, type Verdict, topOfLadder } from './quality-ladder';

const sent: SentLine = {
  loss: 0,
  soundLoss: 0,
  roundTripMs: 40,
  availableBps: 3_000_000,
  isHeldBack: false,
};
const received: ReceivedLine = { loss: 0, roundTripMs: 40, concealed: 0, frozen: 0 };

describe('sentVerdict', () => {
  const rows: readonly (readonly [string, Partial<SentLine>, Verdict, Rung?])[] = [
    ['a clear line', {}, 'good'],
    ['a little loss', { loss: 0.05 }, 'fair'],
    ['much loss', { loss: 0.12 }, 'bad'],
    ['hardly anything arrives', { loss: 0.5 }, 'collapsed'],
    ['sound that is lost counts sooner', { soundLoss: 0.08 }, 'bad'],
    ['sound that breaks off', { soundLoss: 0.3 }, 'collapsed'],
    ['a satellite', { roundTripMs: 580 }, 'good'],
    ['a line full of what waits', { roundTripMs: 1800 }, 'bad'],
    ['held back, with little room', { isHeldBack: true, availableBps: 300_000 }, 'bad'],
    [
      'the same room is enough lower down',
      { isHeldBack: true, availableBps: 330_000 },
      'good',
      'medium',
    ],
    ['held back a little', { isHeldBack: true, availableBps: 450_000 }, 'fair'],
    ['next to no room', { isHeldBack: true, availableBps: 60_000 }, 'bad', 'low'],
    ['little room that nobody wants', { availableBps: 60_000 }, 'good'],
    ['a slow machine is no matter of the line', { isHeldBack: false }, 'good'],
    [
      'nothing is known',
      { loss: null, soundLoss: null, roundTripMs: null, availableBps: null },
      null,
    ],
    ['the worst counts', { loss: 0.05, roundTripMs: 1800 }, 'bad'],
  ];
  for (const [name, parts, verdict, rung = 'full'] of rows) {
    it(`FAIL-2 ${name}: ${String(verdict)}`, () => {
      expect(sentVerdict({ ...sent, ...parts }, { ...topOfLadder, rung }, 0)).toBe(verdict);
    });
  }

  it('FAIL-2 gives a rung above time to find room, but none to lose packets', () => {
    const risen = { ...topOfLadder, rung: 'medium', roseAt: 1000 } as const;
    const narrow = { ...sent, isHeldBack: true, availableBps: 60_000 };
    expect(sentVerdict(narrow, risen, 9000)).toBe('fair');
    expect(sentVerdict(narrow, risen, 13_000)).toBe('bad');
    expect(sentVerdict({ ...narrow, loss: 0.12 }, risen, 9000)).toBe('bad');
  });
});

describe('receivedVerdict', () => {
  const rows: readonly (readonly [string, Partial<ReceivedLine>, Verdict])[] = [
    ['a clear line', {}, 'good'],
    ['much loss', { loss: 0.12 }, 'bad'],
    ['hardly anything arrives', { loss: 0.5 }, 'collapsed'],
    ['sound that is made up', { loss: 0.04, concealed: 0.12 }, 'bad'],
    ['sound that is hardly there', { roundTripMs: 700, concealed: 0.4 }, 'collapsed'],
    ['gaps of a machine that is busy', { concealed: 0.4, frozen: 0.9 }, 'good'],
    ['a picture that stands still', { loss: 0.04, frozen: 0.6 }, 'bad'],
    ['a line full of what waits', { roundTripMs: 1800 }, 'bad'],
    ['nothing is known', { loss: null, roundTripMs: null, concealed: null, frozen: null }, null],
  ];
  for (const [name, parts, verdict] of rows) {
    it(`FAIL-2 ${name}: ${String(verdict)}`, () => {
      expect(receivedVerdict({ ...received, ...parts })).toBe(verdict);
    });
  }

  it('FAIL-2 what is lost on the other one’s way is no matter of ours', () => {
    const lossy = { loss: 0.5, roundTripMs: 40, concealed: 0.5, frozen: 1 };
    expect(receivedVerdict(lossy)).toBe('collapsed');
    expect(receivedVerdict(beyondTheirs(lossy))).toBe('good');
    expect(receivedVerdict(beyondTheirs({ ...lossy, roundTripMs: 1800 }))).toBe('bad');
  });
});
