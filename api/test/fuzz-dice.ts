import * as fc from 'fast-check';

/** What falls when dice are thrown; the same again for the same seed. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Any text that can be written, from the whole of Unicode. */
  text(): string;
  /** Any value that JSON can hold. */
  json(): fc.JsonValue;
}

const numbers = fc.infiniteStream(fc.noBias(fc.nat()));
const texts = fc.string({ unit: 'binary', maxLength: 40 });
const values = fc.jsonValue({ maxDepth: 3 });

/** As many outcomes as asked for, each by dice of its own. */
export function thrown<T>(seed: number, count: number, make: (dice: Dice) => T): readonly T[] {
  return fc.sample(numbers, { seed, numRuns: count }).map((stream) => make(diceOf(stream)));
}

function diceOf(stream: Iterable<number>): Dice {
  const fall = stream[Symbol.iterator]();
  // The stream is without end.
  const next = () => fall.next().value as number;
  const int = (below: number) => next() % below;
  const any = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.sample(arbitrary, { seed: next(), numRuns: 1 })[0] as T;
  return {
    int,
    chance: (share) => int(1000) < share * 1000,
    pick: <T>(list: readonly T[]) => list[int(list.length)] as T,
    text: () => any(texts),
    json: () => any(values),
  };
}
