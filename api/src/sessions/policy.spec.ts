import type { Role, Viewer } from '../accounts/viewer.ts';
import { can, canAddCourses, canEditCourse, canSchedule, type SessionAction } from './policy.ts';

const people = { mentorId: 'mia', learnerId: 'leo' };

function viewer(personId: string, ...roles: Role[]): Viewer {
  return { personId, roles };
}

const viewers = {
  mentor: viewer('mia', 'MENTOR'),
  learner: viewer('leo', 'LEARNER'),
  stranger: viewer('sam', 'MENTOR', 'LEARNER'),
  admin: viewer('ada', 'ADMIN'),
};

describe('the sessions’ policy', () => {
  const rows: readonly [SessionAction, readonly (keyof typeof viewers)[]][] = [
    ['READ', ['mentor', 'learner', 'admin']],
    ['CANCEL', ['mentor', 'learner', 'admin']],
    ['RESCHEDULE', ['mentor', 'learner']],
    ['JOIN', ['mentor', 'learner']],
    ['LEAVE', ['mentor', 'learner']],
    ['END', ['mentor', 'learner']],
    ['AGREE', ['mentor', 'learner']],
    ['CHAT', ['mentor', 'learner']],
    ['RATE', ['mentor', 'learner']],
    ['RAISE_HAND', ['mentor', 'learner']],
    ['TAKE_NOTES', ['mentor', 'learner']],
    ['DRAW', ['mentor', 'learner']],
    ['CHANGE_TOPICS', ['mentor']],
    ['ANNOTATE', ['mentor']],
    ['SHARE_LINKS', ['mentor']],
  ];
  for (const [action, allowed] of rows) {
    it(`FAIL-10 lets only ${allowed.join(' and ')} ${action}`, () => {
      const found = Object.entries(viewers).filter(([, one]) => can(one, action, people));
      expect(found.map(([name]) => name)).toEqual([...allowed]);
    });
  }

  it('PRE-12 lets mentors and administrators add courses', () => {
    const found = Object.entries(viewers).filter(([, one]) => canAddCourses(one));
    expect(found.map(([name]) => name)).toEqual(['mentor', 'stranger', 'admin']);
  });

  const courses = [
    { of: 'its maker', creatorId: 'mia', mentorIds: [], allowed: ['mentor', 'admin'] },
    {
      of: 'its mentors',
      creatorId: null,
      mentorIds: ['mia', 'sam'],
      allowed: ['mentor', 'stranger', 'admin'],
    },
    { of: 'nobody known', creatorId: null, mentorIds: [], allowed: ['admin'] },
    { of: 'a mentor of once', creatorId: 'leo', mentorIds: ['leo'], allowed: ['admin'] },
  ] as const;
  for (const { of, allowed, ...course } of courses) {
    it(`PRE-12 lets a course of ${of} be edited by ${allowed.join(' and ')} alone`, () => {
      const found = Object.entries(viewers).filter(([, one]) => canEditCourse(one, course));
      expect(found.map(([name]) => name)).toEqual([...allowed]);
    });
  }

  it('PRE-12 lets mentors schedule, and nobody else', () => {
    expect(canSchedule(viewers.mentor)).toBeTrue();
    expect(canSchedule(viewers.learner)).toBeFalse();
    expect(canSchedule(viewers.admin)).toBeFalse();
  });
});
