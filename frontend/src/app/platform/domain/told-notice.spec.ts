import fc from 'fast-check';
import type { Notice } from './connection-policy';
import { type Told, blipMs, nextTold, nothingTold, shortestMs } from './told-notice';

describe('nextTold', () => {
  const [a, b]: Notice[] = [
    { text: 'A', action: null },
    { text: 'B', action: 'Press' },
  ] as [Notice, Notice];

  type Look = readonly [at: number, wanted: Notice | null, text: string | null];
  const stories: readonly [name: string, ...Look[]][] = [
    [
      'FAIL-1 says nothing of a blip',
      [0, a, null],
      [600, a, null],
      [650, null, null],
      [800, a, null],
    ],
    ['FAIL-1 speaks when it is more than a blip', [0, a, null], [700, a, 'A']],
    [
      'FAIL-1 a text stays until it is read',
      [0, a, null],
      [700, a, 'A'],
      [800, b, 'A'],
      [2200, b, 'B'],
    ],
    [
      'FAIL-1 ends no sooner than it is read',
      [0, a, null],
      [700, a, 'A'],
      [710, null, 'A'],
      [2199, null, 'A'],
      [2200, null, null],
    ],
    [
      'FAIL-1 a blip of working is no end',
      [0, a, null],
      [700, a, 'A'],
      [5000, null, 'A'],
      [5600, a, 'A'],
      [5900, null, 'A'],
    ],
    [
      'FAIL-1 ends when all is well',
      [0, a, null],
      [700, a, 'A'],
      [5000, null, 'A'],
      [5700, null, null],
    ],
  ];
  for (const [name, ...looks] of stories) {
    it(name, () => {
      let told = nothingTold;
      const texts = looks.map(([at, wanted]) => {
        told = nextTold(told, wanted, at);
        return told.notice?.text ?? null;
      });
      expect(texts).toEqual(looks.map(([, , text]) => text));
    });
  }

  it('FAIL-8 a button stays when the words change', () => {
    let told = nothingTold;
    for (const [at, wanted] of [
      [0, b],
      [700, b],
      [3000, a],
    ] as const) {
      told = nextTold(told, wanted, at);
    }
    expect(told.notice).toEqual({ text: 'A', action: 'Press' });
  });

  const wishes = fc.constantFrom(null, a, b, { text: 'C', action: 'Other' });
  const anyStory = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), wishes), { maxLength: 60 });

  /** What was told after each look, and when. */
  function tell(story: readonly (readonly [number, Notice | null])[]): readonly Told[] {
    let [told, now] = [nothingTold, 1_000_000];
    return story.map(([ms, wanted]) => {
      now += ms;
      told = nextTold(told, wanted, now);
      return told;
    });
  }

  it('FAIL-1 never floods: each text stays, and after the last comes a pause', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const turns = tell(story).filter(({ at }, index, all) => at !== all[index - 1]?.at);
        return turns.every(({ notice, at }, index) => {
          const next = turns[index + 1];
          const least = notice === null ? blipMs : shortestMs;
          return !next || at === 0 || next.at - at >= least;
        });
      }),
    );
  });

  it('FAIL-8 a button that was shown stays until nothing is told any more', () => {
    fc.assert(
      fc.property(anyStory, (story) =>
        tell(story).every(({ notice }, index, all) => {
          const hadButton = Boolean(all[index - 1]?.notice?.action);
          return !hadButton || notice?.action !== null;
        }),
      ),
    );
  });

  it('FAIL-1 says what is true once that has lasted', () => {
    fc.assert(
      fc.property(anyStory, wishes, (story, last) => {
        const lasting = Array.from({ length: 6 }, () => [500, last] as const);
        return tell([...story, ...lasting]).at(-1)?.notice?.text === last?.text;
      }),
    );
  });
});
