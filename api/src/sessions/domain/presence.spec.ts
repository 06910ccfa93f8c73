import { at, learner, LifeStory, mentor, minuteMs, minuteOf } from './life-story.testing.ts';
import { presenceOf, type PresenceStatus } from './presence.ts';
import { inRoomMs } from './stays.ts';

type Tale = (story: LifeStory) => LifeStory;

const asIs: Tale = (story) => story;
const meet: Tale = (story) => story.joins(0, mentor).joins(1, learner);

describe('presenceOf', () => {
  const rows: readonly [string, Tale, number, PresenceStatus, number | null][] = [
    ['ROOM-9 is absent at first', asIs, 0, 'ABSENT', null],
    ['ROOM-9 attends with the page open', (s) => s.attend(learner), 0, 'ATTENDING', null],
    [
      'ROOM-9 does not attend with the other’s page open',
      (s) => s.attend(mentor),
      0,
      'ABSENT',
      null,
    ],
    ['ROOM-9 is in the room since the arrival', meet, 5, 'IN_ROOM', 1],
    [
      'ROOM-9 is in the room with another tab still there',
      (s) => meet(s).joins(3, learner, 'b').leaves(4, learner),
      5,
      'IN_ROOM',
      1,
    ],
    ['FAIL-5 is away after the tab was closed', (s) => meet(s).leaves(5, learner), 6, 'AWAY', 5],
    [
      'FAIL-7 is away after a drop, from the last sign of life',
      (s) => meet(s).attend(learner).loses(6, learner, 5),
      6,
      'AWAY',
      5,
    ],
    [
      'FAIL-6 rejoins with the page opened again',
      (s) => meet(s).leaves(5, learner).attendSince(6, learner),
      6,
      'REJOINING',
      5,
    ],
    [
      'FAIL-5 is not away after the rejoin window',
      (s) => meet(s).leaves(5, learner),
      7,
      'ABSENT',
      5,
    ],
    [
      'FAIL-5 attends after the rejoin window with the page open',
      (s) => meet(s).attend(learner).leaves(5, learner),
      7,
      'ATTENDING',
      5,
    ],
    [
      'FAIL-5 is absent who left by choice',
      (s) => meet(s).leaves(5, learner, 'LEFT_BY_CHOICE'),
      6,
      'ABSENT',
      5,
    ],
    [
      'FAIL-5 attends who left by choice and stayed on the page',
      (s) => meet(s).attend(learner).leaves(5, learner, 'LEFT_BY_CHOICE'),
      6,
      'ATTENDING',
      5,
    ],
    [
      'FAIL-5 is in the room since the return',
      (s) => meet(s).leaves(5, learner).joins(6, learner, 'b'),
      7,
      'IN_ROOM',
      6,
    ],
    ['LIFE-5 is absent after the end', (s) => meet(s).end(5), 6, 'ABSENT', 5],
    ['LIFE-9 is absent after the end of the time, without an alarm', meet, 62, 'ABSENT', 61],
  ];
  for (const [title, tale, minute, status, since] of rows) {
    it(title, () => {
      const { state, rules, pages } = tale(new LifeStory());
      const moment = { now: at(minute), attending: pages };
      const presence = presenceOf(state, learner, moment, rules);
      expect([presence.status, minuteOf(presence.since)]).toEqual([status, since]);
    });
  }
});

describe('inRoomMs', () => {
  const rows: readonly [string, Tale, number, number][] = [
    ['LIFE-3 is nothing before the arrival', meet, 0, 0],
    ['LIFE-3 grows while the person is there', meet, 5, 4],
    ['LIFE-3 grows while the other is away', (s) => meet(s).leaves(5, mentor), 9, 8],
    ['LIFE-3 stands while the person is away', (s) => meet(s).leaves(5, learner), 9, 4],
    ['LIFE-2 counts two tabs once', (s) => meet(s).joins(3, learner, 'b'), 5, 4],
    ['LIFE-3 stands after the end', (s) => meet(s).end(5), 9, 4],
  ];
  for (const [title, tale, minute, expected] of rows) {
    it(title, () => {
      const { state, rules } = tale(new LifeStory());
      expect(inRoomMs(state, learner, at(minute), rules) / minuteMs).toBe(expected);
    });
  }
});
