import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, leo, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { SchedulePage } from './schedule-page';
import {
  LearnersOfNameDocument,
  ScheduleSessionDocument,
  type ScheduleSessionMutation,
  SchedulingChoicesDocument,
} from './scheduling-operations';

const sam = { ...leo, id: 'sam', displayName: 'Sam Student' };
const courses = [
  { id: 'algebra', title: 'Algebra' },
  { id: 'latin', title: 'Latin' },
];

describe('SchedulePage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn(aViewer({ roles: ['MENTOR'], person: mia, timeZone: 'Europe/Berlin' }));
    scene.graphql.answer(SchedulingChoicesDocument, () => ({ courses, people: [leo, sam, mia] }));
  });

  function answer(scheduleSession: ScheduleSessionMutation['scheduleSession']) {
    scene.graphql.answer(ScheduleSessionDocument, () => ({ scheduleSession }));
  }

  async function put(screen: Screen<SchedulePage>, label: string, value: string) {
    const field = screen.field(label);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.settle();
  }

  async function filled(): Promise<Screen<SchedulePage>> {
    const screen = await show(SchedulePage, { learner: 'leo', course: 'latin' });
    await screen.type('Title', 'Fractions');
    await put(screen, 'Date', '2030-03-28');
    await put(screen, 'Start', '14:00');
    return screen;
  }

  it('PRE-12 plans a session in the mentor’s time zone and goes there', async () => {
    answer({ __typename: 'Session', id: 'session-9' });
    const screen = await filled();
    expect(screen.text).toContain('Times are in your time zone, Europe/Berlin (UTC+1).');
    await screen.type('New topic', 'Halves');
    await screen.key(screen.field('New topic'), 'Enter');
    await expectAccessible(screen);
    await screen.press('button', 'Schedule session');
    expect(scene.graphql.calls(ScheduleSessionDocument)).toEqual([
      {
        input: {
          courseId: 'latin',
          learnerId: 'leo',
          title: 'Fractions',
          topics: ['Halves'],
          startsAt: '2030-03-28T13:00:00.000Z',
          endsAt: '2030-03-28T14:00:00.000Z',
        },
      },
    ]);
    expect(TestBed.inject(Router).url).toBe('/session/session-9');
  });

  it('PRE-12 finds a learner by a part of the name', async () => {
    const screen = await show(SchedulePage);
    await screen.type('Learner', 'stud');
    expect(screen.all('option', /Student|Learner|Mentor/).map(textOf)).toEqual(['Sam Student']);
    await screen.key(screen.field('Learner'), 'Enter');
    expect(screen.field('Learner').value).toBe('Sam Student');
  });

  it('PRE-12 finds by name who is not among the first hundred', async () => {
    const zoe = { ...leo, id: 'zoe', displayName: 'Zoe Zeller' };
    scene.graphql.answer(LearnersOfNameDocument, () => ({ people: [zoe] }));
    const screen = await show(SchedulePage);
    await screen.type('Learner', 'zoe');
    expect(scene.graphql.calls(LearnersOfNameDocument)).toEqual([{ search: 'zoe' }]);
    await screen.press('option', 'Zoe Zeller');
    expect(screen.field('Learner').value).toBe('Zoe Zeller');
  });

  it('PRE-12 says at each field what is missing, and goes to the first', async () => {
    const screen = await show(SchedulePage);
    await screen.press('button', 'Schedule session');
    const alerts = screen.all('alert').map(textOf);
    for (const text of ['Choose a course.', 'Choose a learner.', 'Give the session a title.']) {
      expect(alerts).toContain(text);
    }
    expect(document.activeElement).toBe(screen.get('combobox', 'Course'));
    expect(scene.graphql.calls(ScheduleSessionDocument)).toEqual([]);
    await expectAccessible(screen);
  });

  it('PRE-12 says at the time that somebody is busy then', async () => {
    answer({ __typename: 'PersonBusy', personId: 'leo', message: 'Leo has another session then.' });
    const screen = await filled();
    await screen.press('button', 'Schedule session');
    expect(screen.all('alert').map(textOf)).toContain('Leo has another session then.');
    expect(document.activeElement).toBe(screen.field('Start'));
    await expectAccessible(screen);
    await put(screen, 'Start', '16:00');
    expect(screen.text).not.toContain('Leo has another session then.');
  });

  it('PRE-12 shows at its field what the server does not take', async () => {
    answer({ __typename: 'InvalidSchedule', field: 'startsAt', message: 'Not in the past.' });
    const screen = await filled();
    await screen.press('button', 'Schedule session');
    expect(document.activeElement).toBe(screen.field('Start'));
    expect(screen.text).toContain('Not in the past.');
  });

  for (const [fault, text] of [
    ['unreachable', 'Unable to connect. Try again.'],
    ['too-many', 'That was done very often. Wait a few minutes, then try again.'],
  ] as const) {
    it(`FAIL-10 API-5 keeps what was typed where it cannot be sent, and says why: ${fault}`, async () => {
      scene.graphql.refuse(ScheduleSessionDocument, fault);
      const screen = await filled();
      await screen.press('button', 'Schedule session');
      expect(screen.all('alert').map(textOf)).toContain(text);
      expect(screen.field('Title').value).toBe('Fractions');
    });
  }

  it('FAIL-10 says that it cannot connect, and that it is for mentors', async () => {
    scene.graphql.refuse(SchedulingChoicesDocument, 'unreachable');
    const screen = await show(SchedulePage);
    expect(screen.has('heading', 'Unable to connect.')).toBe(true);
    scene.graphql.refuse(SchedulingChoicesDocument, 'forbidden');
    await screen.press('button', 'Retry');
    expect(screen.has('heading', 'This page is for mentors.')).toBe(true);
  });
});
