import { Meeting } from './meeting.ts';

interface Entry {
  readonly type: string;
  readonly person: { readonly displayName: string } | null;
  readonly leaveReason: string | null;
  readonly endReason: string | null;
  readonly outcome: string | null;
  readonly connection: string | null;
}

interface Page {
  readonly sessionTimeline: {
    readonly nodes: readonly Entry[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const timeline = `query ($sessionId: ID!, $first: Int! = 100, $after: Cursor) {
  sessionTimeline(sessionId: $sessionId, first: $first, after: $after) {
    nodes { type person { displayName } at recordedAt connection leaveReason endReason outcome }
    pageInfo { endCursor hasNextPage } } }`;

describe('the timeline of a session', () => {
  async function lived(): Promise<{ meeting: Meeting; admin: string }> {
    const meeting = await Meeting.plan();
    const { api } = meeting;
    const admin = await api.signInAs((await api.addPerson(['ADMIN'], 'Ada Min')).id);
    meeting.toMinute(1);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(6);
    await meeting.goes('learner');
    meeting.toMinute(7);
    await meeting.comes('learner', 'learner-2');
    await api.ask(
      'mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }',
      { input: { sessionId: meeting.sessionId } },
      meeting.cookies.mentor,
    );
    return { meeting, admin };
  }

  it('FAIL-13 tells an operator every join, leave and recovery of both, in order', async () => {
    const { meeting, admin } = await lived();
    await using _meeting = meeting;
    const { api, people, sessionId } = meeting;
    const { sessionTimeline: page }: Page = await api.ask(timeline, { sessionId }, admin);
    const told = page.nodes.map(({ type, person }) =>
      `${type} ${person?.displayName ?? ''}`.trim(),
    );
    const [mentor, learner] = [people.mentor.displayName, people.learner.displayName];
    for (const turn of [
      `CONNECTION_JOINED ${mentor}`,
      `CONNECTION_JOINED ${learner}`,
      'SESSION_STARTED',
      `CONNECTION_LEFT ${learner}`,
      'SESSION_PAUSED',
      'SESSION_RESUMED',
    ]) {
      expect(told).toContain(turn);
    }
    const end = page.nodes.find(({ type }) => type === 'SESSION_ENDED');
    expect(end).toEqual(
      jasmine.objectContaining({ endReason: 'ENDED_BY_MENTOR', outcome: 'INCOMPLETE' }),
    );
    const joins = page.nodes.filter(({ type }) => type === 'CONNECTION_JOINED');
    expect(joins.map(({ connection }) => connection)).toEqual([
      'mentor-1',
      'learner-1',
      'learner-2',
    ]);
  });

  it('FAIL-13 goes on page by page, each turn once', async () => {
    const { meeting, admin } = await lived();
    await using _meeting = meeting;
    const { api, sessionId } = meeting;
    const { sessionTimeline: whole }: Page = await api.ask(timeline, { sessionId }, admin);
    const parts: Entry[] = [];
    let after: string | null = null;
    do {
      const { sessionTimeline: part }: Page = await api.ask(
        timeline,
        { sessionId, first: 3, after },
        admin,
      );
      parts.push(...part.nodes);
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
    } while (after !== null);
    expect(parts).toEqual([...whole.nodes]);
  });

  it('FAIL-13 is for administrators, and of sessions that there are', async () => {
    const { meeting, admin } = await lived();
    await using _meeting = meeting;
    const { api, cookies, sessionId } = meeting;
    const refused = await api.http(timeline, { sessionId }, cookies.mentor);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    const missing = await api.http(timeline, { sessionId: 'nothing' }, admin);
    expect(missing.errors[0]?.extensions['code']).toBe('NOT_FOUND');
  });
});
