import fc from 'fast-check';
import type { Observation } from './decide.ts';
import { at, joined, learner, left, mentor } from './life-story.testing.ts';

export const people = [mentor, learner] as const;
const minute = fc.integer({ min: -14, max: 44 });

/** One connection that there really was, in whole minutes. `until` is `null` while it lasts. */
export interface TrueConnection {
  readonly sid: string;
  readonly personId: string;
  readonly from: number;
  readonly until: number | null;
  readonly told: 'LEFT' | 'LOST' | 'LOST_TOO_EARLY';
}

/** All connections of both persons, overlapping at will. */
export const history: fc.Arbitrary<readonly TrueConnection[]> = fc
  .array(
    fc.record({
      personId: fc.constantFrom(...people),
      from: minute,
      lasts: fc.option(fc.integer({ min: 0, max: 20 }), { freq: 4 }),
      told: fc.constantFrom('LEFT', 'LOST', 'LOST_TOO_EARLY'),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ personId, from, lasts, told }, index) => {
      const until = lasts === null ? null : from + lasts;
      return { sid: `c${String(index)}`, personId, from, until, told } as const;
    }),
  );

/** What exact sources tell of a connection. */
export function exactly({ sid, personId, from, until }: TrueConnection): readonly Observation[] {
  const arrival = joined(from, personId, sid);
  return until === null ? [arrival] : [arrival, left(until, personId, sid)];
}

/** What is told of it when its leave is lost, and when it is taken for lost while it is still there. */
export function inexactly(connection: TrueConnection): readonly Observation[] {
  const { sid, personId, from, until, told } = connection;
  if (told === 'LEFT') return exactly(connection);
  const middle = Math.floor((from + (until ?? 64)) / 2);
  const error: readonly Observation[] =
    told === 'LOST' || middle <= from
      ? []
      : [
          { kind: 'LOST', sid, at: at(middle - 0.5), lastSeenAt: at(from) },
          { kind: 'SEEN', sid, at: at(middle) },
        ];
  const loss: readonly Observation[] =
    until === null ? [] : [{ kind: 'LOST', sid, at: at(until + 0.4), lastSeenAt: at(until) }];
  return [joined(from, personId, sid), ...error, ...loss];
}

/** The observations in any order, each once or more often. */
export function told(
  connections: readonly TrueConnection[],
  tell: (connection: TrueConnection) => readonly Observation[],
): fc.Arbitrary<readonly Observation[]> {
  const all = connections.flatMap(tell);
  return fc
    .array(fc.constantFrom(...all), { maxLength: 10 })
    .chain((again) =>
      fc.shuffledSubarray([...all, ...again], { minLength: all.length + again.length }),
    );
}

/** Whether the person was there in the minute that begins then: the truth, by looking. */
export function wasThere(
  truth: readonly TrueConnection[],
  personId: string,
  begin: number,
): boolean {
  return truth.some(
    (one) => one.personId === personId && one.from <= begin && begin < (one.until ?? Infinity),
  );
}

export function trueMinutes(until: number, holds: (begin: number) => boolean): number {
  let sum = 0;
  for (let begin = -15; begin < until; begin += 1) if (holds(begin)) sum += 1;
  return sum;
}

export function wereBoth(truth: readonly TrueConnection[], begin: number): boolean {
  return people.every((personId) => wasThere(truth, personId, begin));
}

/** Asserts a property; a failure shows the smallest example that was found. */
export function holds<T>(property: fc.IProperty<T>, numRuns = 400): void {
  expect(() => {
    fc.assert(property, { numRuns, includeErrorInReport: true });
  }).not.toThrow();
}

/** Throws where the two are not the same, so that a property can look for a smaller example. */
export function same(actual: unknown, expected: unknown): void {
  const [found, wanted] = [fc.stringify(actual), fc.stringify(expected)];
  if (found !== wanted) throw new Error(`is ${found}, not ${wanted}`);
}
