import { expectAccessible } from '../testing/accessibility';
import { aViewer, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import { BookPage } from './book-page';
import {
  BookSessionDocument,
  type BookSessionMutation,
  FreeSlotsDocument,
  MentorAvailabilityDocument,
  type MentorAvailabilityQuery,
} from './scheduling-operations';

const offer: NonNullable<MentorAvailabilityQuery['availability']> = {
  timeZone: 'Europe/Berlin',
  sessionMinutes: 60,
  horizonDays: 14,
  mentor: mia,
  courses: [
    { id: 'algebra', title: 'Algebra' },
    { id: 'latin', title: 'Latin' },
  ],
};
const early = { startsAt: '2030-03-05T09:00:00.000Z', endsAt: '2030-03-05T10:00:00.000Z' };
const late = { startsAt: '2030-03-05T23:30:00.000Z', endsAt: '2030-03-06T00:30:00.000Z' };

describe('BookPage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn(aViewer({ timeZone: 'Europe/Berlin' }));
    scene.graphql.answer(MentorAvailabilityDocument, () => ({ availability: offer }));
    scene.graphql.answer(FreeSlotsDocument, () => ({ freeSlots: [early, late] }));
  });

  const open = () => show(BookPage, { mentorId: 'mia', course: 'latin' });
  const answer = (bookSession: BookSessionMutation['bookSession']) => {
    scene.graphql.answer(BookSessionDocument, () => ({ bookSession }));
  };

  it('PRE-12 shows what is free by the days of the viewer’s time zone, and says which it is', async () => {
    const screen = await open();
    expect(screen.text).toContain('All times are in your time zone, Europe/Berlin (UTC+1).');
    expect(scene.graphql.calls(FreeSlotsDocument)).toEqual([
      { mentorId: 'mia', from: '2030-03-03T23:00:00.000Z', to: '2030-03-10T23:00:00.000Z' },
    ]);
    const day = (name: string) => textOf(screen.get('region', name));
    expect(day('Tuesday 5 March')).toContain('10:00');
    expect(day('Wednesday 6 March')).toContain('0:30');
    expect(day('Thursday 7 March')).toContain('no free time');
    await expectAccessible(screen);
  });

  it('PRE-12 books a time, with a course, a title and topics', async () => {
    answer({ __typename: 'Session', id: 'session-9' });
    const screen = await open();
    await screen.press('button', /^10:00/);
    expect(screen.text).toContain('Tomorrow, 10:00 – 11:00');
    const course = screen.get('combobox', 'Course') as HTMLSelectElement;
    expect(course.value).toBe('latin');
    await expectAccessible(screen);
    await screen.type('Title (optional)', 'Verbs');
    await screen.press('button', 'Book session');
    const [{ input } = { input: null }] = scene.graphql.calls(BookSessionDocument);
    expect(input).toEqual(
      jasmine.objectContaining({
        mentorId: 'mia',
        courseId: 'latin',
        startsAt: early.startsAt,
        title: 'Verbs',
        topics: [],
      }),
    );
    expect(screen.has('heading', 'Your session is booked')).toBe(true);
    expect(screen.get('link', 'View session').getAttribute('href')).toBe('/session/session-9');
    await expectAccessible(screen);
  });

  it('PRE-12 says that somebody was faster, and reads the free times anew', async () => {
    answer({ __typename: 'SlotTaken', message: 'This time is taken. Choose another.' });
    const screen = await open();
    await screen.press('button', /^10:00/);
    scene.graphql.answer(FreeSlotsDocument, () => ({ freeSlots: [late] }));
    await screen.press('button', 'Book session');
    await screen.until(() => !screen.has('dialog'));
    expect(textOf(screen.get('alert'))).toContain('This time is taken.');
    expect(screen.has('button', /^10:00/)).toBe(false);
    expect(screen.has('button', /^0:30/)).toBe(true);
    await expectAccessible(screen);
  });

  it('FAIL-8 sends the same session again where the answer was lost', async () => {
    scene.graphql.refuse(BookSessionDocument, 'unreachable');
    const screen = await open();
    await screen.press('button', /^10:00/);
    await screen.press('button', 'Book session');
    expect(textOf(screen.get('alert'))).toBe('Unable to connect. Try again.');
    answer({ __typename: 'Session', id: 'session-9' });
    await screen.press('button', 'Book session');
    const ids = scene.graphql.calls(BookSessionDocument).map(({ input }) => input.sessionId);
    expect(ids.length).toBe(2);
    expect(ids[0]).toBe(ids[1] ?? null);
  });

  it('PRE-12 turns the weeks as far as the mentor takes bookings', async () => {
    const screen = await open();
    await screen.press('button', 'Earlier week');
    expect(scene.graphql.calls(FreeSlotsDocument).length).toBe(1);
    scene.graphql.answer(FreeSlotsDocument, () => ({ freeSlots: [] }));
    await screen.press('button', 'Later week');
    expect(screen.has('heading', 'Free times from Monday 11 March')).toBe(true);
    expect(screen.text).toContain('No free times in this week.');
    await screen.press('button', 'Show the next week');
    expect(screen.has('heading', 'Free times from Monday 18 March')).toBe(true);
    expect(screen.get('button', 'Later week').getAttribute('aria-disabled')).toBe('true');
    await expectAccessible(screen);
  });

  it('PRE-12 says so where a mentor takes no bookings', async () => {
    scene.graphql.answer(MentorAvailabilityDocument, () => ({ availability: null }));
    const screen = await open();
    expect(screen.has('heading', 'This mentor takes no bookings at the moment.')).toBe(true);
    await expectAccessible(screen);
  });

  it('FAIL-10 says that it cannot connect, and tries again', async () => {
    scene.graphql.refuse(FreeSlotsDocument, 'unreachable');
    const screen = await open();
    expect(textOf(screen.get('alert'))).toBe('Unable to connect.');
    scene.graphql.answer(FreeSlotsDocument, () => ({ freeSlots: [early] }));
    await screen.press('button', 'Retry');
    expect(screen.has('button', /^10:00/)).toBe(true);
  });

  it('FAIL-10 says that there is no such mentor', async () => {
    scene.graphql.refuse(MentorAvailabilityDocument, 'not-found');
    const screen = await open();
    expect(screen.has('heading', 'There is no such mentor.')).toBe(true);
  });
});
