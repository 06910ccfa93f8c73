import { at, learner, LifeStory, mentor, type Who } from './life-story.testing.ts';
import { canJoin, phaseFor } from './phase.ts';
import type { SessionPhase } from './session-event.ts';

type Tale = (story: LifeStory) => LifeStory;

const asIs: Tale = (story) => story;
const meet: Tale = (story) => story.joins(0, mentor).joins(0, learner);
const waits: Tale = (story) => story.joins(0, mentor).tick(10);

describe('phaseFor', () => {
  const rows: readonly [string, Tale, Who | 'admin', number, SessionPhase][] = [
    ['PRE-13 is early before the join window', asIs, mentor, -15.01, 'EARLY'],
    ['PRE-13 is joinable from the join window on', asIs, mentor, -15, 'JOINABLE'],
    ['PRE-6 is joinable after the start', asIs, learner, 9, 'JOINABLE'],
    ['LIFE-1 is waiting for who is there', (s) => s.joins(-5, mentor), mentor, -4, 'WAITING'],
    ['LIFE-1 is joinable for who is not', (s) => s.joins(-5, mentor), learner, -4, 'JOINABLE'],
    [
      'LIFE-1 is joinable again for who left',
      (s) => s.joins(-5, mentor).leaves(-4, mentor),
      mentor,
      -3,
      'JOINABLE',
    ],
    [
      'LIFE-1 is waiting for who is neither of the two',
      (s) => s.joins(-5, mentor),
      'admin',
      -4,
      'WAITING',
    ],
    ['LIFE-1 is in progress when both are there', meet, learner, 5, 'IN_PROGRESS'],
    ['LIFE-3 is paused for who stays', (s) => meet(s).leaves(5, learner), mentor, 6, 'PAUSED'],
    ['LIFE-3 is paused for who left', (s) => meet(s).leaves(5, learner), learner, 6, 'PAUSED'],
    ['LIFE-5 is a no-show for who waits', waits, mentor, 10, 'NO_SHOW'],
    ['LIFE-5 is joinable for who is late', waits, learner, 10, 'JOINABLE'],
    [
      'LIFE-5 is in progress when the late one comes',
      (s) => waits(s).joins(20, learner),
      mentor,
      21,
      'IN_PROGRESS',
    ],
    ['LIFE-5 is a no-show when nobody came', (s) => s.tick(10), learner, 11, 'NO_SHOW'],
    ['LIFE-5 is cancelled', (s) => s.cancel(-60), learner, -50, 'CANCELLED'],
    ['LIFE-5 is ended', (s) => meet(s).end(20), learner, 21, 'ENDED'],
    [
      'LIFE-5 is ended when they have missed each other',
      (s) => s.joins(0, mentor).leaves(5, mentor).joins(6, learner).tick(60),
      learner,
      61,
      'ENDED',
    ],
    ['LIFE-9 is ended at the end of the time, without an alarm', meet, mentor, 60, 'ENDED'],
    ['LIFE-9 is in progress until the end of the time', meet, mentor, 59.99, 'IN_PROGRESS'],
    ['LIFE-9 is a no-show at the scheduled end, without an alarm', asIs, mentor, 60, 'NO_SHOW'],
    [
      'LIFE-9 is a no-show in time, without an alarm',
      (s) => s.joins(0, mentor),
      mentor,
      10,
      'NO_SHOW',
    ],
    [
      'LIFE-9 follows an arrival to come, without an alarm',
      (s) => s.joins(-20, mentor),
      mentor,
      -15,
      'WAITING',
    ],
  ];
  for (const [title, tale, viewer, minute, phase] of rows) {
    it(title, () => {
      const { state, rules } = tale(new LifeStory());
      expect(phaseFor(state, viewer, at(minute), rules)).toBe(phase);
    });
  }
});

describe('canJoin', () => {
  const rows: readonly [string, Tale, number, boolean][] = [
    ['PRE-13 does not open before the join window', asIs, -15.01, false],
    ['PRE-13 opens with the join window', asIs, -15, true],
    ['PRE-13 stays open during the session', meet, 30, true],
    ['FAIL-10 closes with the end', (s) => meet(s).end(30), 31, false],
    ['FAIL-10 closes when the time is up', meet, 60, false],
  ];
  for (const [title, tale, minute, expected] of rows) {
    it(title, () => {
      const { state, rules } = tale(new LifeStory());
      expect(canJoin(state, at(minute), rules)).toBe(expected);
    });
  }
});
