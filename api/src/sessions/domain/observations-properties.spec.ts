import fc from 'fast-check';
import type { Observation } from './decide.ts';
import { at, learner, LifeStory, left, mentor, minuteMs } from './life-story.testing.ts';
import { defaultRules as rules } from './session-rules.ts';
import { inRoomMs } from './stays.ts';
import {
  exactly,
  history,
  holds,
  inexactly,
  people,
  same,
  told,
  trueMinutes,
  wasThere,
  wereBoth,
  type TrueConnection,
} from './true-history.testing.ts';

const anyTelling = history.chain((truth) =>
  fc.record({ truth: fc.constant(truth), observations: told(truth, exactly) }),
);
const anyCorrectedTelling = history.chain((truth) =>
  fc.record({ truth: fc.constant(truth), observations: told(truth, inexactly) }),
);
const anyDelays = history.chain((truth) =>
  fc.record({
    truth: fc.constant(truth),
    delays: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 40, maxLength: 40 }),
  }),
);

const anySilences = history.chain((truth) =>
  fc.record({
    truth: fc.constant(truth),
    silences: fc.array(
      fc.record({
        index: fc.integer({ min: 0, max: truth.length - 1 }),
        from: fc.integer({ min: -14, max: 60 }),
        lasts: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 6 },
    ),
  }),
);

/** A long session with a page open, so that no end cuts the truth. */
const long = () => new LifeStory({ plannedMinutes: 480 }).attend(mentor);

function expectTruth(story: LifeStory, truth: readonly TrueConnection[], until: number): void {
  for (const personId of people) {
    const own = inRoomMs(story.state, personId, at(until), rules) / minuteMs;
    same(
      own,
      trueMinutes(until, (begin) => wasThere(truth, personId, begin)),
    );
  }
  same(
    story.active(until),
    trueMinutes(until, (begin) => wereBoth(truth, begin)),
  );
}

describe('observations of a true history', () => {
  it('LIFE-2 give the true times in any order, however often and late they are told', () => {
    holds(
      fc.property(anyTelling, ({ truth, observations }) => {
        const story = long();
        for (const observation of observations) story.told(65, observation);
        expectTruth(story, truth, 65);
        same(story.state.status === 'ACTIVE', wereBoth(truth, 64));
      }),
    );
  });

  it('LIFE-2 give the true times and the true status when they are told together', () => {
    holds(
      fc.property(anyTelling, ({ truth, observations }) => {
        const story = long().told(65, ...observations);
        expectTruth(story, truth, 65);
        const unmet = story.active(65) > 0 ? 'PAUSED' : 'WAITING';
        same(story.state.status, wereBoth(truth, 64) ? 'ACTIVE' : unmet);
      }),
    );
  });

  it('LIFE-2 give the true times when losses are found later or taken back', () => {
    holds(
      fc.property(anyCorrectedTelling, ({ truth, observations }) => {
        const story = long();
        for (const observation of observations) story.told(65, observation);
        expectTruth(story, truth, 65);
      }),
    );
  });

  it('LIFE-2 give the true times when each is told with its own delay', () => {
    holds(
      fc.property(anyDelays, ({ truth, delays }) => {
        const all = truth.flatMap(inexactly).map((observation, index) => {
          const delayMs = (delays[index % delays.length] ?? 0) * minuteMs;
          return { observation, toldAt: observation.at + delayMs };
        });
        const story = long();
        for (const { observation, toldAt } of all.sort((a, b) => a.toldAt - b.toldAt)) {
          story.told((toldAt - at(0)) / minuteMs, observation);
        }
        expectTruth(story.tick(100), truth, 100);
      }),
    );
  });

  it('LIFE-2 LIFE-3 leave out what was silent, whatever is told first', () => {
    holds(
      fc.property(anySilences, fc.boolean(), ({ truth, silences }, isSilenceFirst) => {
        const quiet = silences.flatMap(({ index, from, lasts }) => {
          const sid = truth[index]?.sid ?? '';
          return [{ sid, from, until: from + lasts }];
        });
        const still = quiet.map(({ sid, from, until }): Observation => ({
          kind: 'SILENT',
          sid,
          from: at(from),
          at: at(until),
        }));
        const seen = truth.flatMap(exactly);
        const story = long();
        const all = isSilenceFirst ? [...still, ...seen] : [...seen, ...still];
        for (const observation of all) story.told(70, observation);
        const isHeard = ({ sid }: TrueConnection, begin: number) =>
          !quiet.some((one) => one.sid === sid && one.from <= begin && begin < one.until);
        const isBoth = (begin: number) =>
          wereBoth(
            truth.filter((one) => isHeard(one, begin)),
            begin,
          );
        same(story.active(70), trueMinutes(70, isBoth));
      }),
    );
  });

  it('LIFE-2 correct an ended session up to its end', () => {
    const times = fc.record({ telling: anyTelling, end: fc.integer({ min: 1, max: 44 }) });
    holds(
      fc.property(times, ({ telling, end }) => {
        const story = long().joins(0, mentor).joins(0, learner).end(end);
        // Only the leave corrects what was known at the end.
        story.told(65, left(0, mentor, mentor));
        for (const observation of telling.observations) story.told(65, observation);
        const stays = { sid: 'l', personId: learner, from: 0, until: null, told: 'LEFT' } as const;
        const truth = [...telling.truth, stays];
        same(
          story.active(600),
          trueMinutes(end, (begin) => wereBoth(truth, begin)),
        );
      }),
    );
  });
});
