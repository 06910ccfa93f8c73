import { test as base } from '@playwright/test';
import { Person } from './person.ts';
import { Stack } from './stack.ts';

interface Workers {
  readonly stack: Stack;
}

interface Tests {
  readonly mentor: Person;
  readonly learner: Person;
  /** A session of the two that can be joined now; it is ended after the test. */
  readonly sessionId: string;
}

/** A running PeerLearn, a mentor and a learner who have signed in, and a session to meet in. */
export const test = base.extend<Tests, Workers>({
  stack: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      await using stack = await Stack.start();
      await use(stack);
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  mentor: async ({ browser, stack }, use, { errors }) => {
    const mentor = await Person.arrive(browser, stack.mentor, stack.url);
    await mentor.signIn();
    await use(mentor);
    if (errors.length > 0) await mentor.reports();
    await mentor.goes();
  },
  learner: async ({ browser, stack }, use, { errors }) => {
    const learner = await Person.arrive(browser, stack.learner, stack.url);
    await learner.signIn();
    await use(learner);
    if (errors.length > 0) await learner.reports();
    await learner.goes();
  },
  sessionId: async ({ mentor, stack }, use, { errors }) => {
    const sessionId = await planSession(mentor, stack);
    await use(sessionId);
    // After a failure the stack goes too, and what both saw is still to be told.
    if (errors.length === 0) await endSession(mentor, sessionId);
  },
});

const minuteMs = 60_000;

interface Plan {
  readonly inMinutes?: number;
  readonly minutes?: number;
  readonly title?: string;
}

/** Plans a session of the stack's two people; it starts so many minutes from now. */
export async function planSession(
  mentor: Person,
  stack: Stack,
  { inMinutes = 0, minutes = 30, title = 'Systems of equations' }: Plan = {},
): Promise<string> {
  const { courses } = await mentor.ask<{ courses: { id: string }[] }>('{ courses { id } }');
  const startsAt = Date.now() + inMinutes * minuteMs;
  const { scheduleSession } = await mentor.ask<{ scheduleSession: { id?: string } }>(
    `mutation ($input: ScheduleSessionInput!) {
      scheduleSession(input: $input) { ... on Session { id } ... on Problem { message } } }`,
    {
      input: {
        courseId: courses[0]?.id,
        learnerId: stack.learner.id,
        title,
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(startsAt + minutes * minuteMs).toISOString(),
        topics: ['Two unknowns', 'Substitution', 'Elimination'],
      },
    },
  );
  if (!scheduleSession.id) throw new Error(JSON.stringify(scheduleSession));
  return scheduleSession.id;
}

/** Both open the session and join it; resolves when it is in progress for both. */
export async function meet(mentor: Person, learner: Person, sessionId: string): Promise<void> {
  const both = [mentor, learner];
  await Promise.all(both.map((person) => person.opens(sessionId)));
  await Promise.all(both.map((person) => person.joins()));
  await Promise.all(both.map((person) => person.expectPhase('IN_PROGRESS')));
}

/** Frees the time of the two, however far the session has come. */
export async function endSession(mentor: Person, sessionId: string): Promise<void> {
  const { endSession: ended } = await mentor.ask<{ endSession: { __typename: string } }>(
    `mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }`,
    { input: { sessionId } },
  );
  // A person may cancel only so often in ten minutes.
  if (ended.__typename !== 'SessionNotRunning') return;
  await mentor.ask(
    `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }`,
    { input: { sessionId, reason: 'The test is over.' } },
  );
}
