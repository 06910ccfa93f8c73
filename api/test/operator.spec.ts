import { Meeting, minuteMs } from './meeting.ts';
import { type TestApi } from './test-api.ts';

interface Page {
  readonly allSessions: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly title: string } }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const allSessions = `query ($first: Int! = 20, $after: Cursor, $filter: AllSessionsFilter) {
  allSessions(first: $first, after: $after, filter: $filter) {
    edges { node { id title } } pageInfo { endCursor hasNextPage } } }`;
const overview = `query ($today: DayInput!) { operatorOverview(today: $today) {
  at live { status count } onDay nextDay outcomes { outcome count } people { role count }
  notices { due late failed } parts { name isUp } } }`;

/** Plans as many sessions of the two, an hour after each other, the first in an hour. */
async function plan(meeting: Meeting, titles: readonly string[]): Promise<void> {
  const { api, people, clock } = meeting;
  const { course } = await api.app.sessions.courses.ensure({ title: 'Geometry', description: '' });
  for (const [index, title] of titles.entries()) {
    const startsAt = clock.now() + (index + 2) * 60 * minuteMs;
    const answer = await api.app.sessions.schedule.run({
      courseId: course.id,
      mentorId: people.mentor.id,
      learnerId: people.learner.id,
      title,
      startsAt,
      endsAt: startsAt + 30 * minuteMs,
      topics: [],
    });
    if (!('sessionId' in answer)) throw new Error(JSON.stringify(answer));
  }
}

async function asAdmin(api: TestApi): Promise<string> {
  return await api.signInAs((await api.addPerson(['ADMIN'], 'Ada Min')).id);
}

describe('the operator', () => {
  it('PRE-12 is an administrator; nobody else sees all sessions or figures', async () => {
    await using meeting = await Meeting.plan();
    const { api, cookies, clock } = meeting;
    const today = { from: iso(clock.now()), to: iso(clock.now() + 60 * minuteMs) };
    for (const cookie of [cookies.mentor, cookies.learner]) {
      for (const [query, variables] of [
        [allSessions, {}],
        [overview, { today }],
      ] as const) {
        const { errors, data } = await api.http(query, variables, cookie);
        expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
        expect(data).toBeNull();
      }
    }
    const { errors } = await api.http(allSessions);
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });

  it('PRE-12 pages through all sessions, the latest first, each once', async () => {
    await using meeting = await Meeting.plan();
    const { api } = meeting;
    await plan(meeting, ['B', 'C', 'D', 'E']);
    const admin = await asAdmin(api);
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const { allSessions: page }: Page = await api.ask(allSessions, { first: 2, after }, admin);
      titles.push(...page.edges.map(({ node }) => node.title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(titles).toEqual(['E', 'D', 'C', 'B', 'Fractions']);
  });

  it('PRE-12 finds sessions by the beginnings of words, and by where they stand', async () => {
    await using meeting = await Meeting.plan();
    const { api, cookies, sessionId } = meeting;
    await plan(meeting, ['Long division']);
    const admin = await asAdmin(api);
    await api.ask(
      'mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }',
      { input: { sessionId, reason: 'ill' } },
      cookies.mentor,
    );
    const found = async (filter: object) => {
      const { allSessions: page }: Page = await api.ask(allSessions, { filter }, admin);
      return page.edges.map(({ node }) => node.title);
    };
    const rows: readonly (readonly [object, readonly string[]])[] = [
      [{ search: '' }, ['Long division', 'Fractions']],
      [{ search: 'FRACT' }, ['Fractions']],
      [{ search: 'maya' }, ['Long division', 'Fractions']],
      [{ search: 'oka leo' }, ['Long division', 'Fractions']],
      [{ search: 'maya geometry' }, ['Long division']],
      [{ search: 'maya somebody' }, []],
      [{ search: `'; drop table session; -- & | ! :*` }, []],
      [{ search: '& | ! :* ()' }, ['Long division', 'Fractions']],
      [{ status: 'SCHEDULED' }, ['Long division']],
      [{ status: 'ENDED', search: 'alg' }, ['Fractions']],
      [{ outcome: 'CANCELLED' }, ['Fractions']],
      [{ outcome: 'COMPLETED' }, []],
    ];
    for (const [filter, titles] of rows) {
      expect(await found(filter))
        .withContext(JSON.stringify(filter))
        .toEqual(titles);
    }
  });

  it('PRE-12 sees how the place fares', async () => {
    await using meeting = await Meeting.plan();
    const { api, clock, startsAt } = meeting;
    await plan(meeting, ['B']);
    const admin = await asAdmin(api);
    const look = async (from: number, to: number) => {
      const today = { from: iso(from), to: iso(to) };
      const data = await api.ask<{ operatorOverview: object }>(overview, { today }, admin);
      return data.operatorOverview;
    };
    expect(await look(startsAt, startsAt + minuteMs)).toEqual({
      at: iso(clock.now()),
      live: [],
      onDay: 1,
      nextDay: 2,
      outcomes: [],
      people: jasmine.arrayWithExactContents([
        { role: 'MENTOR', count: 1 },
        { role: 'LEARNER', count: 1 },
        { role: 'ADMIN', count: 1 },
      ]),
      notices: { due: jasmine.any(Number), late: 0, failed: 0 },
      parts: [
        { name: 'database', isUp: true },
        { name: 'jobs', isUp: true },
        { name: 'media', isUp: true },
        { name: 'storage', isUp: true },
      ],
    });
    await expectAsync(look(startsAt, startsAt)).toBeRejectedWithError(/one day/);
  });

  it('PRE-12 counts how sessions of the last 30 days ended', async () => {
    await using meeting = await Meeting.plan();
    const { api, clock, cookies, sessionId } = meeting;
    const admin = await asAdmin(api);
    await api.ask(
      'mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }',
      { input: { sessionId, reason: 'ill' } },
      cookies.mentor,
    );
    meeting.toMinute(1);
    const counted = async () => {
      const today = { from: iso(clock.now()), to: iso(clock.now() + minuteMs) };
      const { operatorOverview } = await api.ask<{ operatorOverview: { outcomes: unknown } }>(
        overview,
        { today },
        admin,
      );
      return operatorOverview.outcomes;
    };
    expect(await counted()).toEqual([{ outcome: 'CANCELLED', count: 1 }]);
    meeting.toMinute(31 * 24 * 60);
    expect(await counted()).toEqual([]);
  });
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
