import { expect } from '@playwright/test';
import { endSession, planSession, test } from '../support/fixtures.ts';
import { expectGoodPage } from '../support/page-check.ts';
import { Person } from '../support/person.ts';
import type { Stack } from '../support/stack.ts';

test.describe.configure({ timeout: 240_000 });

const dayMs = 86_400_000;

/** The date so many days from now where the people of the tests are, as a date field takes it. */
function dateIn(days: number): string {
  return new Date(Date.now() + days * dayMs).toLocaleDateString('sv', {
    timeZone: 'Europe/Berlin',
  });
}

const nothingOffered = {
  ...{ timeZone: 'Europe/Berlin', sessionMinutes: 60, noticeMinutes: 60, horizonDays: 28 },
  ...{ weekly: [], exceptions: [], courseIds: [] },
};

/** The mentor says on the page that every day from 9 to 17 is good, and for which course. */
async function offerTime(mentor: Person): Promise<void> {
  const { page } = mentor;
  const query = `mutation ($input: SetAvailabilityInput!) {
    setAvailability(input: $input) { __typename } }`;
  // What the mentor has offered in other tests would stay beside it.
  expect(await mentor.ask(query, { input: nothingOffered })).toEqual({
    setAvailability: { __typename: 'Availability' },
  });
  await page.goto('/availability');
  await mentor.control('Add a time on Monday').click();
  await mentor.control('Copy Monday to other days').click();
  for (const box of await page.getByRole('dialog').getByRole('checkbox').all()) await box.check();
  await page.getByRole('dialog').getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('checkbox', { name: 'Algebra from the ground up' }).check();
  await page.getByLabel('Notice (hours)').fill('1');
  await mentor.control('Save').click();
  await expect(page.getByText('Saved')).toBeVisible();
}

async function seeSlots(learner: Person, { mentor }: Stack): Promise<void> {
  await learner.page.goto(`/book/${mentor.id}`);
  await learner.control('Later week').click();
  await expect(learner.page.getByRole('button', { name: /^10:00/ }).first()).toBeVisible();
}

test('PRE-12 PRE-11 a learner books, the mentor proposes another time, the learner accepts it, and it is cancelled with a reason', async ({
  stack,
  mentor,
  learner,
}) => {
  await offerTime(mentor);
  await expectGoodPage(mentor.page, 'availability');

  await learner.page.goto('/');
  await learner.page.getByRole('link', { name: 'Courses' }).click();
  // The dashboard, which is left here, has links with the name of the course too.
  await expect(learner.page.getByRole('heading', { level: 1, name: 'Courses' })).toBeVisible();
  await learner.page.getByRole('link', { name: /Algebra/ }).click();
  await learner.page.getByRole('link', { name: /^Book Next Session/ }).click();
  await learner.control('Later week').click();
  await learner.page
    .getByRole('button', { name: /^10:00/ })
    .first()
    .click();
  await learner.page.getByLabel('Title (optional)').fill('Fractions');
  await learner.control('Book session').click();
  await expect(learner.heading('Your session is booked')).toBeVisible();
  await expectGoodPage(learner.page, 'booked');
  await learner.page.getByRole('link', { name: 'View session' }).click();
  await expect(learner.heading('Fractions').first()).toBeVisible();

  await expect(mentor.heading('Your availability')).toBeVisible();
  await mentor.page.getByRole('link', { name: 'Your sessions', exact: true }).click();
  await mentor.control('Options for Fractions').click();
  await mentor.page.getByRole('menuitem', { name: 'Propose another time' }).click();
  const date = dateIn(20);
  await mentor.page.getByLabel('Date', { exact: true }).fill(date);
  await mentor.page.getByLabel('Start', { exact: true }).fill('18:30');
  await mentor.page.getByLabel('Note (optional)').fill('I am at the dentist.');
  await mentor.control('Propose').click();
  await expect(mentor.control('New time proposed')).toBeVisible();

  await expect(
    learner.page.getByRole('group', { name: `${stack.mentor.name} proposes another time` }),
  ).toBeVisible();
  await expect(learner.page.getByText('I am at the dentist.')).toBeVisible();
  await expectGoodPage(learner.page, 'a proposal');
  await learner.control('Accept').click();
  for (const person of [mentor, learner]) {
    await expect(person.page.getByText(/18:30 – 19:30/).first()).toBeVisible();
  }
  await expect(mentor.control('New time proposed')).toHaveCount(0);

  await learner.control('Cancel session').click();
  await learner.page.getByLabel('Reason').fill('I have moved away.');
  await learner.page.getByRole('dialog').getByRole('button', { name: 'Cancel session' }).click();
  await expect(learner.heading('This session was cancelled.')).toBeVisible();
  const byWhom = `Cancelled by ${learner.account.name}: I have moved away.`;
  await expect(mentor.page.getByText(byWhom)).toBeVisible();
  await expect(mentor.page.getByText('Cancelled').first()).toBeVisible();
  expect([...mentor.complaints, ...learner.complaints]).toEqual([]);
});

test('PRE-12 of two learners who take the same time in the same instant, one gets it and the other is told', async ({
  browser,
  stack,
  mentor,
  learner,
}) => {
  await offerTime(mentor);
  const other = await Person.arrive(browser, stack.stranger, stack.url);
  await other.signIn();
  const both = [learner, other];
  for (const person of both) {
    await seeSlots(person, stack);
    await person.page
      .getByRole('button', { name: /^11:00/ })
      .first()
      .click();
  }
  await Promise.all(both.map((person) => person.control('Book session').click()));
  const outcome = async (person: Person) => {
    const booked = person.heading('Your session is booked');
    const refused = person.page.locator('.refusal');
    await expect(booked.or(refused)).toBeVisible();
    return (await booked.isVisible()) ? 'booked' : 'refused';
  };
  const outcomes = await Promise.all(both.map(outcome));
  expect(outcomes.toSorted()).toEqual(['booked', 'refused']);
  const late = outcomes[0] === 'refused' ? learner : other;
  await expect(late.page.getByRole('button', { name: /^10:00/ }).first()).toBeVisible();
  await expectGoodPage(late.page, 'slot taken');
  const winner = late === learner ? other : learner;
  const link = winner.page.getByRole('link', { name: 'View session' });
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
  await endSession(mentor, id);
  await other.goes();
});

test('PRE-12 a mentor schedules a session; somebody who is busy then is named at the time', async ({
  stack,
  mentor,
  learner,
}) => {
  const { page } = mentor;
  const plan = async (time: string) => {
    await page.goto(`/schedule?learner=${stack.learner.id}`);
    await page.getByLabel('Title').fill('Quadratic equations');
    await page.getByLabel('Date', { exact: true }).fill(dateIn(3));
    await page.getByLabel('Start', { exact: true }).fill(time);
    await mentor.control('Schedule session').click();
  };
  await page.goto('/schedule');
  await mentor.control('Schedule session').click();
  await expect(page.getByText('Choose a learner.')).toBeVisible();
  await expectGoodPage(page, 'schedule');
  await plan('15:00');
  await expect(mentor.heading('Quadratic equations')).toBeVisible();
  const id = page.url().split('/').at(-1) ?? '';
  await learner.page.goto('/');
  await expect(learner.page.getByText('Quadratic equations').first()).toBeVisible();
  await plan('15:30');
  await expect(page.getByText(/already a session at that time/)).toBeVisible();
  await expect(page.getByLabel('Start', { exact: true })).toBeFocused();
  await endSession(mentor, id);
});

test('PRE-12 the dashboard and the course page lead from one session to the next, by keyboard too', async ({
  mentor,
  stack,
}) => {
  const { page } = mentor;
  const id = await planSession(mentor, stack, {
    inMinutes: 3 * 24 * 60,
    title: 'Parabolas',
  });
  await page.goto('/');
  await mentor.control('Options for Parabolas').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'View Course Content' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(mentor.control('Options for Parabolas')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'View Course Content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(mentor.heading('Algebra from the ground up')).toBeVisible();
  await expectGoodPage(page, 'course');
  await page.getByRole('link', { name: 'Courses' }).click();
  await expectGoodPage(page, 'courses');
  await endSession(mentor, id);
});

test('PRE-12 a mentor makes a course, orders its links by keyboard, edits it, and is asked before losing changes', async ({
  mentor,
  learner,
}) => {
  const { page } = mentor;
  await mentor.control(/, your account$/).click();
  await page.getByRole('link', { name: 'Courses' }).click();
  await page.getByRole('link', { name: 'New course' }).click();
  await expect(mentor.heading('New course')).toBeVisible();
  await mentor.control('Create course').click();
  await expect(page.getByText('Give the course a title.')).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();
  await page.keyboard.type('Geometry of conic sections');
  await page.getByLabel('Description (optional)').fill('Circles.\n\nAnd what becomes of them.');
  for (const [index, name, address] of [
    ['1', 'The film', 'films.example/conics'],
    ['2', 'The book', 'http://books.example/conics'],
  ] as const) {
    await mentor.control('Add a link').press('Enter');
    await expect(page.getByLabel(`Name of link ${index}`)).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(address);
  }
  await mentor.control('Create course').click();
  const address = page.getByLabel('Address of link 2');
  await expect(address).toBeFocused();
  await expect(address).toHaveAccessibleDescription('Give an address that begins with https://.');
  await expectGoodPage(page, 'a course with a fault');
  await address.fill('https://books.example/conics');
  await mentor.control('Move The book up').press('Enter');
  await expect(mentor.control('Move The book up')).toBeFocused();
  await mentor.control('Create course').click();
  await expect(mentor.heading('Geometry of conic sections')).toBeVisible();
  await expect(page.getByRole('link', { name: /^The (book|film)/ })).toHaveText([
    /The book/,
    /The film/,
  ]);

  await page.getByRole('link', { name: 'Edit course' }).click();
  await page.getByLabel('Title').fill('Conic sections');
  await page.getByRole('link', { name: 'Cancel' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Conic sections');
  await page.goBack();
  await expect(question).toBeVisible();
  await page.keyboard.press('Escape');
  await mentor.control('Save changes').click();
  await expect(mentor.heading('Conic sections')).toBeVisible();

  await learner.page.goto(page.url());
  await expect(learner.heading('Conic sections')).toBeVisible();
  await expect(learner.page.getByRole('link', { name: 'Edit course' })).toHaveCount(0);
  await learner.page.goto(`${page.url()}/edit`);
  await expect(learner.heading('You can’t edit this course.')).toBeVisible();
  expect(mentor.complaints).toEqual([]);
});
