import { expectAccessible } from '../testing/accessibility';
import { aViewer, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { AvailabilityPage } from './availability-page';
import {
  type AvailabilityPartsFragment,
  OwnAvailabilityDocument,
  SetAvailabilityDocument,
} from './scheduling-operations';

const courses = [
  { id: 'algebra', title: 'Algebra' },
  { id: 'latin', title: 'Latin' },
];
const kept: AvailabilityPartsFragment = {
  timeZone: 'Europe/Berlin',
  sessionMinutes: 60,
  noticeMinutes: 1440,
  horizonDays: 28,
  courses: [{ id: 'algebra', title: 'Algebra' }],
  weekly: [{ weekday: 'MONDAY', hours: [{ from: '09:00', to: '12:00' }] }],
  exceptions: [{ date: '2030-03-08', hours: [] }],
};

describe('AvailabilityPage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn(aViewer({ roles: ['MENTOR'], person: mia }));
  });

  function open(availability: AvailabilityPartsFragment | null = kept) {
    scene.graphql.answer(OwnAvailabilityDocument, () => ({ availability, courses }));
    return show(AvailabilityPage);
  }

  function answerSaved() {
    scene.graphql.answer(SetAvailabilityDocument, () => ({
      setAvailability: { ...kept, __typename: 'Availability' as const },
    }));
  }

  const saved = () => scene.graphql.calls(SetAvailabilityDocument).at(-1)?.input;

  async function choose(screen: Screen<AvailabilityPage>, label: string | RegExp, value: string) {
    const field = screen.field(label);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await screen.settle();
  }

  function narrow(screen: Screen<AvailabilityPage>): void {
    const page = screen.root.querySelector<HTMLElement>('.page');
    if (page) page.style.inlineSize = '320px';
  }

  it('PRE-12 shows the hours of the week, the exceptions and the rules, and saves them', async () => {
    answerSaved();
    const screen = await open();
    expect(screen.field('Monday from').value).toBe('09:00');
    expect(textOf(screen.all('listitem')[1] ?? document.body)).toContain('Unavailable');
    expect(screen.text).toContain('Day off');
    await expectAccessible(screen);
    await screen.press('button', 'Save');
    expect(screen.all('status').map(textOf)).toContain('Saved');
    expect(saved()).toEqual({
      timeZone: 'Europe/Berlin',
      sessionMinutes: 60,
      noticeMinutes: 1440,
      horizonDays: 28,
      courseIds: ['algebra'],
      weekly: [{ weekday: 'MONDAY', hours: [{ from: '09:00', to: '12:00' }] }],
      exceptions: [{ date: '2030-03-08', hours: [] }],
    });
  });

  it('PRE-12 begins in the mentor’s own time zone, with nothing offered', async () => {
    const screen = await open(null);
    expect(screen.field('Time zone').value).toBe('Europe/London (UTC)');
    expect(screen.text).toContain('Choose at least one, so that learners can book.');
  });

  it('PRE-12 another time zone is searched for and kept', async () => {
    answerSaved();
    const screen = await open();
    await screen.type('Time zone', 'tokyo');
    await screen.key(screen.field('Time zone'), 'Enter');
    await screen.press('button', 'Save');
    expect(saved()?.timeZone).toBe('Asia/Tokyo');
  });

  it('PRE-12 says what the rules mean, as they are changed', async () => {
    const screen = await open();
    expect(screen.text).toContain('Learners book at least 24 hours before a session starts.');
    expect(screen.text).toContain('Learners see your times of the next 28 days.');
    await choose(screen, /Notice/, '0');
    expect(screen.text).toContain('Learners can book until a session starts.');
  });

  it('PRE-12 ROOM-14 on a phone a day is a line that opens', async () => {
    const screen = await open();
    narrow(screen);
    const [monday, tuesday] = screen.all('listitem');
    const height = (item?: HTMLElement) => item?.getBoundingClientRect().height ?? 0;
    expect(screen.has('button', 'Add a time on Monday')).toBe(false);
    expect(screen.has('button', /^Monday, ?09:00 – 12:00$/)).toBe(true);
    expect(screen.has('button', /^Tuesday, ?Unavailable$/)).toBe(true);
    expect(height(tuesday)).toBeLessThan(60);
    await expectAccessible(screen);
    await screen.press('button', /^Monday, ?09:00 – 12:00$/);
    expect(screen.get('button', /^Monday/).getAttribute('aria-expanded')).toBe('true');
    expect(screen.has('button', 'Add a time on Monday')).toBe(true);
    expect(height(monday)).toBeGreaterThan(100);
    await expectAccessible(screen);
    await screen.press('button', /^Monday/);
    expect(screen.has('button', 'Add a time on Monday')).toBe(false);
  });

  it('PRE-12 ROOM-14 on a phone the line of a day with a fault is open', async () => {
    const screen = await open();
    await choose(screen, 'Monday to', '08:00');
    narrow(screen);
    await screen.press('button', 'Save');
    expect(document.activeElement).toBe(screen.field('Monday from'));
    expect(screen.text).toContain('The end has to be later than the start.');
  });

  it('PRE-12 ROOM-15 adds and removes hours, and the keyboard follows', async () => {
    answerSaved();
    const screen = await open();
    await screen.press('button', 'Add a time on Monday');
    expect(document.activeElement).toBe(
      screen.root.querySelectorAll('[aria-label="Monday from"]')[1] ?? null,
    );
    await screen.press('button', 'Remove Monday 09:00 to 12:00');
    expect(document.activeElement).toBe(screen.get('button', 'Add a time on Monday'));
    await choose(screen, 'Monday to', '14:30');
    await screen.press('button', 'Save');
    expect(saved()?.weekly).toEqual([
      { weekday: 'MONDAY', hours: [{ from: '12:00', to: '14:30' }] },
    ]);
  });

  it('PRE-12 copies a day to others', async () => {
    answerSaved();
    const screen = await open();
    await screen.press('button', 'Copy Monday to other days');
    await expectAccessible(screen);
    await screen.press('checkbox', 'Wednesday');
    await screen.press('checkbox', 'Friday');
    await screen.press('checkbox', 'Friday');
    await screen.press('button', 'Copy');
    await screen.until(() => !screen.has('dialog'));
    await screen.press('button', 'Save');
    expect(saved()?.weekly.map(({ weekday }) => weekday)).toEqual(['MONDAY', 'WEDNESDAY']);
  });

  it('PRE-12 changes exceptions, rules and courses', async () => {
    answerSaved();
    const screen = await open();
    await screen.press('button', 'Add a date');
    await choose(screen, 'Date of exception 2', '2030-03-09');
    await screen.press('button', 'Add a time on 2030-03-09');
    await screen.press('button', 'Remove exception 2030-03-08');
    await choose(screen, /Notice/, '2');
    await screen.press('checkbox', 'Algebra');
    await screen.press('checkbox', 'Latin');
    await screen.press('button', 'Save');
    expect(saved()).toEqual(
      jasmine.objectContaining({
        courseIds: ['latin'],
        noticeMinutes: 120,
        exceptions: [{ date: '2030-03-09', hours: [{ from: '09:00', to: '17:00' }] }],
      }),
    );
  });

  it('PRE-12 says at the field what is not possible, and goes there', async () => {
    const screen = await open();
    await choose(screen, 'Monday to', '08:00');
    await choose(screen, /Length/, '5');
    await screen.press('button', 'Save');
    expect(scene.graphql.calls(SetAvailabilityDocument)).toEqual([]);
    expect(document.activeElement).toBe(screen.field('Monday from'));
    expect(screen.text).toContain('The end has to be later than the start.');
    expect(screen.text).toContain('A session takes from 15 to 480 minutes.');
    await expectAccessible(screen);
    await choose(screen, 'Monday to', '12:00');
    expect(screen.text).not.toContain('The end has to be later');
  });

  it('PRE-12 shows at its field what the server does not take', async () => {
    scene.graphql.answer(SetAvailabilityDocument, () => ({
      setAvailability: {
        __typename: 'InvalidAvailability' as const,
        field: 'exceptions.2030-03-08',
        message: 'This date is not possible.',
      },
    }));
    const screen = await open();
    await screen.press('button', 'Save');
    expect(screen.text).toContain('This date is not possible.');
    expect(document.activeElement).toBe(screen.field('Date of exception 1'));
  });

  it('FAIL-10 says that it cannot connect, and tries again', async () => {
    scene.graphql.refuse(OwnAvailabilityDocument, 'unreachable');
    const screen = await show(AvailabilityPage);
    expect(textOf(screen.get('alert'))).toContain('Unable to connect.');
    scene.graphql.answer(OwnAvailabilityDocument, () => ({ availability: kept, courses }));
    await screen.press('button', 'Retry');
    scene.graphql.refuse(SetAvailabilityDocument, 'unreachable');
    await screen.press('button', 'Save');
    expect(screen.all('alert').map(textOf)).toContain('Unable to connect. Try again.');
    expect(screen.field('Monday from').value).toBe('09:00');
  });

  it('FAIL-10 is for mentors', async () => {
    scene.graphql.refuse(OwnAvailabilityDocument, 'forbidden');
    const screen = await show(AvailabilityPage);
    expect(screen.has('heading', 'This page is for mentors.')).toBe(true);
  });
});
