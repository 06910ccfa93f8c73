import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

const schedule = `mutation ($input: ScheduleSessionInput!) { scheduleSession(input: $input) {
  __typename ... on Session { title viewerRole topics { title } clock { phase plannedMs } }
  ... on InvalidSchedule { field } ... on PersonBusy { personId } } }`;

interface Scheduled {
  readonly scheduleSession: { readonly __typename: string; readonly field?: string };
}

async function inputFor(meeting: Meeting, startsInMinutes: number) {
  const { courses } = await meeting.ask<{ courses: { id: string }[] }>(
    'mentor',
    `{ courses { id } }`,
  );
  const startsAt = meeting.clock.now() + startsInMinutes * minuteMs;
  return {
    courseId: courses[0]?.id,
    learnerId: meeting.people.learner.id,
    title: 'Decimals',
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 30 * minuteMs).toISOString(),
    topics: ['Tenths'],
  };
}

describe('scheduling', () => {
  it('PRE-12 lets a mentor plan a session', async () => {
    await using meeting = await Meeting.plan();
    const input = await inputFor(meeting, 120);
    expect(await meeting.ask('mentor', schedule, { input })).toEqual({
      scheduleSession: {
        __typename: 'Session',
        title: 'Decimals',
        viewerRole: 'MENTOR',
        topics: [{ title: 'Tenths' }],
        clock: { phase: 'EARLY', plannedMs: 30 * minuteMs },
      },
    });
  });

  it('PRE-11 books nobody twice, also when two plan in the same instant', async () => {
    await using meeting = await Meeting.plan();
    const input = await inputFor(meeting, 120);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => meeting.ask<Scheduled>('mentor', schedule, { input })),
    );
    const names = answers.map(({ scheduleSession }) => scheduleSession.__typename).sort();
    expect(names).toEqual([...Array.from({ length: 5 }, () => 'PersonBusy'), 'Session']);
  });

  it('PRE-12 says what is wrong with a plan', async () => {
    await using meeting = await Meeting.plan();
    const input = await inputFor(meeting, 120);
    const fieldOf = async (changes: object) => {
      const variables = { input: { ...input, ...changes } };
      return (await meeting.ask<Scheduled>('mentor', schedule, variables)).scheduleSession.field;
    };
    expect(await fieldOf({ title: ' ' })).toBe('title');
    expect(await fieldOf({ endsAt: input.startsAt })).toBe('endsAt');
    expect(await fieldOf({ courseId: newId() })).toBe('courseId');
    expect(await fieldOf({ learnerId: newId() })).toBe('learnerId');
    expect(await fieldOf({ learnerId: 'nobody' })).toBe('learnerId');
  });

  it('FAIL-10 does not let a learner plan', async () => {
    await using meeting = await Meeting.plan();
    const input = await inputFor(meeting, 120);
    const { errors } = await meeting.api.http(schedule, { input }, meeting.cookies.learner);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('PRE-12 lists upcoming and past sessions page by page', async () => {
    await using meeting = await Meeting.plan();
    for (const minute of [120, 180, 240]) {
      await meeting.ask('mentor', schedule, { input: await inputFor(meeting, minute) });
    }
    const query = `query ($filter: SessionFilter!, $after: Cursor) {
      sessions(filter: $filter, first: 2, after: $after) {
        edges { node { clock { startsAt } } } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      sessions: {
        edges: { node: { clock: { startsAt: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const starts: string[] = [];
    let after: string | null = null;
    do {
      const variables: object = { filter: 'UPCOMING', after };
      const { sessions }: Page = await meeting.ask<Page>('learner', query, variables);
      starts.push(...sessions.edges.map(({ node }) => node.clock.startsAt));
      after = sessions.pageInfo.hasNextPage ? sessions.pageInfo.endCursor : null;
    } while (after);
    expect(starts.length).toBe(4);
    expect(starts).toEqual([...starts].sort());
    const past = await meeting.ask<Page>('learner', query, { filter: 'PAST', after: null });
    expect(past.sessions.edges).toEqual([]);
  });

  it('FAIL-10 says that a session is not there, or not one’s own', async () => {
    await using meeting = await Meeting.plan();
    const query = `query ($id: ID!) { session(id: $id) { id } }`;
    const ask = async (id: string, cookie?: string) => {
      const { errors } = await meeting.api.http(query, { id }, cookie);
      return errors.map(({ message, extensions }) => [extensions['code'], message]);
    };
    const stranger = await meeting.api.signInAs((await meeting.api.addPerson(['MENTOR'])).id);
    const { sessionId, cookies } = meeting;
    const notFound = ['NOT_FOUND', 'Session not found. Check your dashboard.'];
    expect(await ask(newId(), cookies.mentor)).toEqual([notFound]);
    expect(await ask('nonsense', cookies.mentor)).toEqual([notFound]);
    expect(await ask(sessionId, stranger)).toEqual([
      ['FORBIDDEN', "You're not part of this session."],
    ]);
    expect(await ask(sessionId)).toEqual([['UNAUTHENTICATED', 'Sign in to go on.']]);
  });
});
