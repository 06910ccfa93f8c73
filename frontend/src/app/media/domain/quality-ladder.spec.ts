import fc from 'fast-check';
import {
  type Ladder,
  type Rung,
  type Verdict,
  isBelow,
  nextOnLadder,
  patience,
  provenAfterMs,
  topOfLadder,
} from './quality-ladder';

const verdicts: Readonly<Record<string, Verdict>> = {
  '+': 'good',
  '~': 'fair',
  '-': 'bad',
  '!': 'collapsed',
  '?': null,
};

/** One look every two seconds. Gives the first letter of the rung after each. */
function climb(looks: string, from: Ladder = topOfLadder): string {
  let ladder = from;
  const after = Array.from(looks).map((look, index) => {
    ladder = nextOnLadder(ladder, verdicts[look] ?? null, index * 2000);
    return ladder.rung.slice(0, 1);
  });
  return after.join('');
}

const atBottom: Ladder = { ...topOfLadder, rung: 'off' };

describe('nextOnLadder', () => {
  const rows: readonly (readonly [string, string, string, Ladder?])[] = [
    ['stays on top while it is good', '+++++', 'fffff'],
    ['a bad moment lowers nothing', '+--+--+', 'fffffff'],
    ['goes down after a few bad seconds', '+---', 'fffm'],
    ['one rung at a time, to the bottom', '+---------', 'fffmmmlllo'],
    ['stays at the bottom', '+------', 'ooooooo', atBottom],
    ['a collapse leaves no time for steps', '+!!', 'ffo'],
    ['a collapse with a look between that is only bad', '+!-!', 'fffo'],
    ['one look like a collapse is none', '+!+!+!', 'ffffff'],
    ['doubtful looks neither lower nor raise', '+~~~~~~~', 'ffffffff'],
    ['doubtful looks between bad ones are no comfort', '+--~---', 'fffffmm'],
    ['what nobody knows changes nothing', '+--????-', 'fffffffm'],
    ['goes up after ten good seconds', '++++++', 'oooool', atBottom],
    ['a bad look begins the wait anew', '+++++-++++', 'oooooooooo', atBottom],
    ['goes up one rung at a time', '++++++++++++++++', 'ooooolllllmmmmmf', atBottom],
    [
      'a step up that failed is tried again after twice as long',
      '++++++---++++++++++',
      'ooooolllooooooooool',
      atBottom,
    ],
  ];
  for (const [name, looks, expected, from] of rows) {
    it(`FAIL-2 ${name}`, () => {
      expect(climb(looks, from)).toBe(expected);
    });
  }

  it('FAIL-2 begins anew where the last look was long ago', () => {
    const long = nextOnLadder({ ...atBottom, lookedAt: 0 }, 'bad', 61_000);
    expect(long.rung).toBe('full');
    expect(nextOnLadder({ ...atBottom, lookedAt: 0 }, 'bad', 59_000).rung).toBe('off');
  });

  it('FAIL-2 a step up that has lasted a minute is forgiven', () => {
    const waited: Ladder = { ...atBottom, patienceMs: 20_000 };
    const up = nextOnLadder({ ...waited, lookedAt: 0, goodMs: 20_000 }, 'good', 1000);
    expect(up.rung).toBe('low');
    const later = { ...up, lookedAt: provenAfterMs };
    const proven = nextOnLadder(later, 'fair', 1000 + provenAfterMs);
    expect(proven.patienceMs).toBe(patience.firstMs);
  });
});

interface Move {
  readonly at: number;
  readonly from: Rung;
  readonly to: Rung;
  readonly verdict: Verdict;
}

const looks = fc.array(
  fc.record({
    waitMs: fc.integer({ min: 100, max: 6000 }),
    verdict: fc.constantFrom<Verdict>('good', 'good', 'fair', 'bad', 'bad', 'collapsed', null),
  }),
  { maxLength: 400 },
);

function movesOf(story: readonly { waitMs: number; verdict: Verdict }[]): readonly Move[] {
  let [ladder, now] = [topOfLadder, 0];
  return story.flatMap(({ waitMs, verdict }) => {
    now += waitMs;
    const from = ladder.rung;
    ladder = nextOnLadder(ladder, verdict, now);
    return ladder.rung === from ? [] : [{ at: now, from, to: ladder.rung, verdict }];
  });
}

const isUp = ({ from, to }: Move) => isBelow(from, to);

describe('nextOnLadder, whatever the line does', () => {
  it('FAIL-2 never goes up sooner than its patience after it last moved', () => {
    fc.assert(
      fc.property(looks, (story) => {
        let movedAt = -Infinity;
        for (const move of movesOf(story)) {
          if (isUp(move)) expect(move.at - movedAt).toBeGreaterThanOrEqual(patience.firstMs);
          movedAt = move.at;
        }
      }),
    );
  });

  it('FAIL-2 waits twice as long after a step up that failed soon', () => {
    fc.assert(
      fc.property(looks, (story) => {
        const moves = movesOf(story);
        moves.forEach((move, index) => {
          const [up, down] = [moves[index - 2], moves[index - 1]];
          if (!up || !down || !isUp(up) || isUp(down) || !isUp(move)) return;
          if (down.at - up.at >= provenAfterMs) return;
          expect(move.at - down.at).toBeGreaterThanOrEqual(2 * patience.firstMs);
        });
      }),
    );
  });

  it('FAIL-2 goes up upon a good look only, and down upon a bad one only', () => {
    fc.assert(
      fc.property(looks, (story) => {
        for (const move of movesOf(story)) {
          const allowed: readonly Verdict[] = isUp(move) ? ['good'] : ['bad', 'collapsed'];
          expect(allowed).toContain(move.verdict);
        }
      }),
    );
  });

  it('FAIL-2 skips rungs only when all breaks down', () => {
    const neighbours = ['full medium', 'medium low', 'low off'];
    fc.assert(
      fc.property(looks, (story) => {
        for (const { from, to, verdict } of movesOf(story)) {
          const isStep = neighbours.some(
            (pair) => pair === `${from} ${to}` || pair === `${to} ${from}`,
          );
          expect(isStep || (to === 'off' && verdict === 'collapsed')).toBe(true);
        }
      }),
    );
  });

  it('FAIL-2 is on top again after enough good time, whatever was before', () => {
    fc.assert(
      fc.property(looks, (story) => {
        let [ladder, now] = [topOfLadder, 0];
        for (const { waitMs, verdict } of story) {
          now += waitMs;
          ladder = nextOnLadder(ladder, verdict, now);
        }
        const enough = Math.ceil((3 * patience.mostMs) / 2000) + 3;
        for (let look = 0; look < enough; look += 1) {
          now += 2000;
          ladder = nextOnLadder(ladder, 'good', now);
        }
        expect(ladder.rung).toBe('full');
      }),
    );
  });
});
