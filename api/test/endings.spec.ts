import { Meeting } from './meeting.ts';

type Who = 'mentor' | 'learner';

interface Row {
  readonly name: string;
  readonly happens: (meeting: Meeting) => Promise<void>;
  readonly endReason: string;
  readonly outcome: string;
  readonly missing: readonly Who[];
}

const rows: readonly Row[] = [
  {
    name: 'LIFE-5 LIFE-6 both gone for longer than the rejoin window',
    happens: async (meeting) => {
      meeting.toMinute(0);
      await meeting.comes('mentor');
      await meeting.comes('learner');
      meeting.toMinute(5);
      await meeting.goes('mentor');
      meeting.toMinute(6);
      await meeting.goes('learner');
      meeting.toMinute(9);
    },
    endReason: 'BOTH_GONE',
    outcome: 'INCOMPLETE',
    missing: [],
  },
  {
    name: 'LIFE-5 LIFE-6 both came, and never at the same time',
    happens: async (meeting) => {
      meeting.toMinute(0);
      await meeting.comes('mentor');
      meeting.toMinute(5);
      await meeting.goes('mentor');
      meeting.toMinute(6);
      await meeting.comes('learner');
      meeting.toMinute(40);
    },
    endReason: 'NEVER_MET',
    outcome: 'INCOMPLETE',
    missing: [],
  },
  {
    name: 'LIFE-5 LIFE-6 the learner waits in vain until the end',
    happens: async (meeting) => {
      meeting.toMinute(0);
      await meeting.comes('learner');
      meeting.toMinute(40);
    },
    endReason: 'NO_SHOW',
    outcome: 'NO_SHOW',
    missing: ['mentor'],
  },
  {
    name: 'LIFE-5 LIFE-6 the mentor waits in vain, and leaves',
    happens: async (meeting) => {
      meeting.toMinute(0);
      await meeting.comes('mentor');
      meeting.toMinute(12);
      await meeting.goes('mentor');
      meeting.toMinute(15);
    },
    endReason: 'NO_SHOW',
    outcome: 'NO_SHOW',
    missing: ['learner'],
  },
  {
    name: 'LIFE-5 LIFE-6 nobody comes',
    happens: (meeting) => {
      meeting.toMinute(40);
      return Promise.resolve();
    },
    endReason: 'NO_SHOW',
    outcome: 'NO_SHOW',
    missing: ['mentor', 'learner'],
  },
];

describe('the end of a session', () => {
  for (const { name, happens, endReason, outcome, missing } of rows) {
    it(`${name}: both are told the same`, async () => {
      await using meeting = await Meeting.plan();
      await happens(meeting);
      await meeting.tick();
      for (const who of ['mentor', 'learner'] as const) {
        const view = await meeting.view(who);
        expect([view.status, view.endReason, view.outcome]).toEqual(['ENDED', endReason, outcome]);
        expect(view.missing.map(({ id }) => id)).toEqual(
          missing.map((one) => meeting.people[one].id),
        );
        expect(view.canJoin).toBeFalse();
        expect(view.clock.phase).toBe(outcome === 'NO_SHOW' ? 'NO_SHOW' : 'ENDED');
      }
    });
  }
});
