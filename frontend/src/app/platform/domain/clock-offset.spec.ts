import fc from 'fast-check';
import {
  type ClockSample,
  distrusted,
  moreCertain,
  offsetOf,
  shifted,
  sleptMs,
  uncertaintyMs,
} from './clock-offset';

const hourMs = 3_600_000;

function aSample(parts: Partial<ClockSample> = {}): ClockSample {
  return { askedAt: 1000, answeredAt: 1100, serverTime: 500_000, ...parts };
}

/** A way to the server and back, of which the answer's part takes `share`. */
const journeys = fc.record({
  askedAt: fc.integer({ min: 0, max: 1e9 }),
  wayMs: fc.integer({ min: 0, max: 10_000 }),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  trueOffset: fc.integer({ min: -1e12, max: 1e12 }),
});

interface Journey {
  readonly askedAt: number;
  readonly wayMs: number;
  readonly share: number;
  readonly trueOffset: number;
}

function sampleOf({ askedAt, wayMs, share, trueOffset }: Journey): ClockSample {
  const readAt = askedAt + wayMs * (1 - share);
  return { askedAt, answeredAt: askedAt + wayMs, serverTime: readAt + trueOffset };
}

describe('offsetOf', () => {
  it('PRE-1 takes the answer as read half-way', () => {
    expect(offsetOf(aSample())).toBe(500_000 - 1050);
  });

  it('PRE-1 is never further off than its uncertainty, however the way was shared', () => {
    fc.assert(
      fc.property(journeys, (journey) => {
        const sample = sampleOf(journey);
        const error = Math.abs(offsetOf(sample) - journey.trueOffset);
        return error <= uncertaintyMs(sample, sample.answeredAt) + 0.001;
      }),
    );
  });
});

describe('uncertaintyMs', () => {
  const rows: readonly [name: string, at: number, expected: number][] = [
    ['PRE-1 half the way when fresh', 1100, 50],
    ['PRE-1 grows as clocks drift', 1100 + hourMs, 50 + 360],
  ];
  for (const [name, at, expected] of rows) {
    it(name, () => {
      expect(uncertaintyMs(aSample(), at)).toBeCloseTo(expected, 6);
    });
  }
});

describe('moreCertain', () => {
  it('PRE-1 believes the quicker of two answers', () => {
    const quick = aSample({ askedAt: 1080 });
    expect(moreCertain(aSample(), quick, 1100)).toBe(quick);
    expect(moreCertain(quick, aSample(), 1100)).toBe(quick);
  });

  it('PRE-1 believes a slow answer after an hour of drift', () => {
    const old = aSample({ askedAt: 1090 });
    const slow = aSample({ askedAt: hourMs, answeredAt: hourMs + 400 });
    expect(moreCertain(old, slow, hourMs + 400)).toBe(slow);
  });

  it('PRE-1 never gets worse by one more sample', () => {
    fc.assert(
      fc.property(journeys, journeys, (one, other) => {
        const [a, b] = [sampleOf(one), sampleOf(other)];
        const at = Math.max(a.answeredAt, b.answeredAt);
        const uncertainty = uncertaintyMs(moreCertain(a, b, at), at);
        return uncertainty === Math.min(uncertaintyMs(a, at), uncertaintyMs(b, at));
      }),
    );
  });
});

describe('distrusted', () => {
  it('PRE-1 keeps the offset and gives way to any fresh answer', () => {
    fc.assert(
      fc.property(journeys, journeys, (one, other) => {
        const known = sampleOf(one);
        const later = known.answeredAt + other.askedAt;
        const [old, fresh] = [distrusted(known), sampleOf({ ...other, askedAt: later })];
        const isReplaced = moreCertain(old, fresh, fresh.answeredAt) === fresh;
        return isReplaced && offsetOf(old) === offsetOf(known);
      }),
    );
  });
});

describe('shifted', () => {
  it('PRE-1 moves the offset by what the monotonic clock missed', () => {
    const sample = aSample();
    expect(offsetOf(shifted(sample, hourMs)) - offsetOf(sample)).toBe(hourMs);
  });
});

describe('sleptMs', () => {
  const rows: readonly [name: string, wall: number, monotonic: number, expected: number][] = [
    ['PRE-1 nothing while both run', 200, 200, 0],
    ['PRE-1 nothing for a small correction', 700, 200, 0],
    ['PRE-1 an hour of sleep', hourMs + 200, 200, hourMs],
    ['PRE-1 a clock that was set back', -hourMs, 200, -hourMs - 200],
  ];
  for (const [name, wall, monotonic, expected] of rows) {
    it(name, () => {
      const before = { wall: 5000, monotonic: 100 };
      const after = { wall: 5000 + wall, monotonic: 100 + monotonic };
      expect(sleptMs(before, after)).toBe(expected);
    });
  }
});
