import fc from 'fast-check';
import { finish, hear, type Heard, silence, type Told, type UtteranceRules } from './utterances.ts';

const rules: UtteranceRules = {
  longest: 40,
  pause: 4,
  before: 3,
  behind: 2,
  firstLook: 6,
  nextLook: 5,
  loudShare: 0.1,
};

/** One letter a window: `v` voice, `q` quiet voice, `n` noise that is no voice, `.` silence. */
const windows: Readonly<Record<string, Heard>> = {
  v: { loudness: 0.5, isVoice: true },
  q: { loudness: 0.02, isVoice: true },
  n: { loudness: 0.3, isVoice: false },
  '.': { loudness: 0.001, isVoice: false },
};

function listen(heard: readonly Heard[]): readonly Told[] {
  let listening = silence;
  const all: Told[] = [];
  for (const window of heard) {
    const next = hear(listening, window, rules);
    listening = next.listening;
    all.push(...next.told);
  }
  return [...all, ...finish(listening, rules)];
}

function toldOf(letters: string): readonly Told[] {
  return listen(
    Array.from(letters, (letter) => windows[letter] ?? { loudness: 0, isVoice: false }),
  );
}

function wholesOf(letters: string): readonly string[] {
  return toldOf(letters)
    .filter(({ kind }) => kind === 'WHOLE')
    .map(({ from, to, speechFrom, speechTo }) => [from, to, speechFrom, speechTo].join(' '));
}

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['silence is nothing', '............', []],
  ['noise is nothing', 'nnnnnnnnnnnn', []],
  ['speech has a little before and behind', '.....vvvvv......', ['2 12 5 10']],
  ['the stream may begin with speech', 'vvvv......', ['0 6 0 4']],
  ['a short pause ends nothing', '...vvv...vvv......', ['0 14 3 12']],
  ['a long pause ends it', '...vvv......vvv......', ['0 8 3 6', '9 17 12 15']],
  ['what is kept before is told once', 'vvv.....v.....', ['0 5 0 3', '5 11 8 9']],
  ['the end is the last loud window, not the late flag', '...vvvvqqq.....', ['0 9 3 7']],
  ['what is in the air is told at the end', '....vvvv', ['1 8 4 8']],
];

describe('utterances', () => {
  for (const [name, letters, wholes] of cases) {
    it(`ROOM-8 ${name}`, () => {
      expect(wholesOf(letters)).toEqual(wholes);
    });
  }

  it('ROOM-8 are cut at the quietest place when they grow too long', () => {
    const wholes = wholesOf(`${'v'.repeat(30)}q${'v'.repeat(30)}......`);
    expect(wholes).toEqual(['0 31 0 31', '31 63 31 61']);
  });

  it('ROOM-8 are looked at while they grow', () => {
    const looks = toldOf(`...${'v'.repeat(20)}.....`).filter(({ kind }) => kind === 'SO_FAR');
    expect(looks.map(({ to }) => to)).toEqual([10, 15, 20, 25]);
  });

  const anything = fc.array(
    fc.record({
      loudness: fc.float({ min: 0, max: 1, noNaN: true }),
      isVoice: fc.boolean(),
    }),
    { maxLength: 200 },
  );

  it('ROOM-8 hold every loud voice once, in order, and none is too long', () => {
    fc.assert(
      fc.property(anything, (heard) => {
        const told = listen(heard).filter(({ kind }) => kind === 'WHOLE');
        let free = 0;
        for (const { from, to, speechFrom, speechTo } of told) {
          expect(from).toBeGreaterThanOrEqual(free);
          expect(to - from).toBeLessThanOrEqual(rules.longest);
          expect(to).toBeGreaterThan(from);
          expect(speechFrom).toBeGreaterThanOrEqual(from);
          expect(speechTo).toBeLessThanOrEqual(to);
          free = to;
        }
        const peak = Math.max(0, ...heard.map(({ loudness }) => loudness));
        for (const [index, { loudness, isVoice }] of heard.entries()) {
          if (!isVoice || loudness < peak * rules.loudShare) continue;
          expect(told.some(({ from, to }) => from <= index && index < to)).toBeTrue();
        }
      }),
    );
  });

  it('ROOM-8 are looked at only as far as they are told in the end', () => {
    fc.assert(
      fc.property(anything, (heard) => {
        const told = listen(heard);
        for (const [index, look] of told.entries()) {
          if (look.kind !== 'SO_FAR') continue;
          const whole = told.slice(index).find(({ kind }) => kind === 'WHOLE');
          expect(whole?.from).toBe(look.from);
        }
      }),
    );
  });
});
