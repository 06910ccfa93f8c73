import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

const report = `mutation ($input: ReportIssueInput!) { reportIssue(input: $input) {
  __typename ... on TechIssue { id kind } ... on InvalidIssue { field } ... on Problem { message } } }`;

const timeline = `query ($sessionId: ID!) { sessionTimeline(sessionId: $sessionId) {
  nodes { type at recordedAt person { displayName } issue { kind detail durationMs } } } }`;

const changes = `subscription ($sessionId: ID!, $after: Cursor) {
  sessionChanges(sessionId: $sessionId, after: $after) {
    event { type person { displayName } } session { cursor } } }`;

type Who = 'mentor' | 'learner';
type Input = Readonly<Record<string, unknown>>;

interface Reported {
  readonly reportIssue: Readonly<Record<string, string>>;
}

interface Turn {
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly person: { readonly displayName: string } | null;
  readonly issue: object | null;
}

interface Changed {
  readonly sessionChanges: {
    readonly event: { readonly type: string } | null;
  };
}

describe('tech issues', () => {
  function isoAgo(meeting: Meeting, ms: number): string {
    return new Date(meeting.clock.now() - ms).toISOString();
  }

  async function tell(meeting: Meeting, who: Who, more: Input): Promise<Reported['reportIssue']> {
    const { sessionId } = meeting;
    const input = { sessionId, kind: 'MEDIA_CONNECTION', startedAt: isoAgo(meeting, 0), ...more };
    const { reportIssue } = await meeting.ask<Reported>(who, report, { input });
    return reportIssue;
  }

  async function turns(meeting: Meeting): Promise<readonly Turn[]> {
    const { api, sessionId } = meeting;
    const admin = await api.signInAs((await api.addPerson(['ADMIN'], 'Ada Min')).id);
    const { sessionTimeline } = await api.ask<{ sessionTimeline: { nodes: readonly Turn[] } }>(
      timeline,
      { sessionId },
      admin,
    );
    return sessionTimeline.nodes.filter(({ issue }) => issue !== null);
  }

  async function metric(meeting: Meeting, line: string): Promise<number> {
    const text = await (await fetch(`${meeting.api.url}/metrics`)).text();
    const found = text.split('\n').find((each) => each.startsWith(`${line} `));
    return Number(found?.slice(line.length));
  }

  function logged({ api }: Meeting, message: string): readonly Input[] {
    const lines = api.log.map((line) => JSON.parse(line) as Input);
    return lines.filter(({ msg }) => msg === message);
  }

  it('FAIL-13 are in the operator’s timeline, each with its person, and how long it was', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(1);
    const issueId = newId();
    const startedAt = isoAgo(meeting, 0);
    const answer = await tell(meeting, 'learner', { issueId, startedAt });
    expect(answer).toEqual({ __typename: 'TechIssue', id: issueId, kind: 'MEDIA_CONNECTION' });
    meeting.toMinute(2);
    await tell(meeting, 'learner', { issueId, startedAt, durationMs: 12_000 });
    await tell(meeting, 'mentor', { issueId: newId(), kind: 'DEVICE', detail: 'CAMERA_IN_USE' });
    const name = { displayName: 'Leo Okafor' };
    const loss = { kind: 'MEDIA_CONNECTION', detail: null };
    expect(await turns(meeting)).toEqual([
      jasmine.objectContaining({
        ...{ type: 'TECH_ISSUE', at: startedAt, person: name },
        issue: { ...loss, durationMs: null },
      }),
      jasmine.objectContaining({
        ...{ type: 'TECH_ISSUE_OVER', person: name },
        at: new Date(Date.parse(startedAt) + 12_000).toISOString(),
        recordedAt: isoAgo(meeting, 0),
        issue: { ...loss, durationMs: 12_000 },
      }),
      jasmine.objectContaining({
        ...{ type: 'TECH_ISSUE', person: { displayName: 'Maya Lindqvist' } },
        issue: { kind: 'DEVICE', detail: 'CAMERA_IN_USE', durationMs: null },
      }),
    ]);
  });

  it('FAIL-13 are kept, counted and logged once, however often and in whatever order they are told', async () => {
    await using meeting = await Meeting.plan();
    const issueId = newId();
    const lost = { issueId, kind: 'SOCKET', startedAt: isoAgo(meeting, 20_000) };
    const over = { ...lost, issueId: issueId.toUpperCase(), durationMs: 4000 };
    await Promise.all([over, lost, over, lost].map((one) => tell(meeting, 'learner', one)));
    expect((await turns(meeting)).map(({ type }) => type)).toEqual([
      'TECH_ISSUE',
      'TECH_ISSUE_OVER',
    ]);
    const about = { sessionId: meeting.sessionId, personId: meeting.people.learner.id, issueId };
    const lines: readonly [string, Input][] = [
      ['tech issue', { kind: 'SOCKET', level: 40 }],
      ['tech issue over', { kind: 'SOCKET', durationMs: 4000, level: 30 }],
    ];
    for (const [message, more] of lines) {
      expect(logged(meeting, message)).toEqual([jasmine.objectContaining({ ...about, ...more })]);
    }
    expect(await metric(meeting, 'peerlearn_tech_issues_total{kind="SOCKET"}')).toBe(1);
    const duration = 'peerlearn_recovery_duration_seconds';
    expect(await metric(meeting, `${duration}_sum{kind="SOCKET"}`)).toBe(4);
    expect(await metric(meeting, `${duration}_count{kind="SOCKET"}`)).toBe(1);
  });

  it('FAIL-13 of one person are none of the other’s, whatever they are called', async () => {
    await using meeting = await Meeting.plan();
    const issueId = newId();
    await tell(meeting, 'learner', { issueId });
    await tell(meeting, 'mentor', { issueId });
    const names = (await turns(meeting)).map(({ person }) => person?.displayName);
    expect(names).toEqual(['Leo Okafor', 'Maya Lindqvist']);
  });

  it('FAIL-13 reach whoever follows the session, and change nothing of phase, clock and lists', async () => {
    await using meeting = await Meeting.plan();
    const { api, sessionId, cookies } = meeting;
    const before = await meeting.view('mentor');
    await using page = api.subscribe<Changed>(changes, { sessionId }, cookies.mentor);
    await page.nextData();
    await tell(meeting, 'learner', { issueId: newId() });
    const told = await page.nextWhere(({ sessionChanges }) => sessionChanges.event !== null);
    expect(told.sessionChanges.event).toEqual({
      type: 'TECH_ISSUE',
      person: { displayName: 'Leo Okafor' },
    } as never);
    const after = await meeting.view('mentor');
    expect({ ...after, cursor: '' }).toEqual({ ...before, cursor: '' });
  });

  it('FAIL-13 are heard of until a day after the end, and only as a code and in their time', async () => {
    await using meeting = await Meeting.plan();
    const issueId = newId();
    for (const [field, more] of [
      ['detail', { detail: 'my camera is broken' }],
      ['startedAt', { startedAt: isoAgo(meeting, 24 * 60 * minuteMs + 1) }],
      ['durationMs', { durationMs: -1 }],
    ] as const) {
      const answer = await tell(meeting, 'learner', { issueId, ...more });
      expect(answer).toEqual(jasmine.objectContaining({ __typename: 'InvalidIssue', field }));
    }
    const input = { sessionId: meeting.sessionId, issueId: '7', kind: 'JOIN' };
    const unnamed = { ...input, startedAt: isoAgo(meeting, 0) };
    const { errors } = await meeting.api.http(report, { input: unnamed }, meeting.cookies.learner);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(await turns(meeting)).toEqual([]);
    meeting.toMinute(60);
    await meeting.tick();
    expect((await meeting.view('learner')).status).toBe('ENDED');
    const late = await tell(meeting, 'learner', { issueId });
    expect(late['__typename']).toBe('TechIssue');
    meeting.toMinute(60 + 24 * 60);
    const tooLate = await tell(meeting, 'learner', { issueId: newId() });
    expect(tooLate['__typename']).toBe('SessionAlreadyEnded');
  });
});

describe('the metrics of sessions', () => {
  const firstPicture = `mutation ($input: ReportFirstPictureInput!) { reportFirstPicture(input: $input) }`;

  async function page(meeting: Meeting): Promise<string> {
    return await (await fetch(`${meeting.api.url}/metrics`)).text();
  }

  it('FAIL-13 count those that go on, and whose connection ended why, and name nobody', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    const lines = await page(meeting);
    expect(lines).toContain('peerlearn_sessions_live{status="ACTIVE"} 1');
    expect(lines).toContain('peerlearn_sessions_live{status="PAUSED"} 0');
    await meeting.goes('learner');
    const at = meeting.clock.now();
    await meeting.observe({ kind: 'LOST', sid: 'mentor-1', at, lastSeenAt: at });
    const later = await page(meeting);
    expect(later).toContain('peerlearn_disconnects_total{reason="LEFT_BY_CHOICE"} 1');
    expect(later).toContain('peerlearn_disconnects_total{reason="LOST"} 1');
    const { sessionId, people, api } = meeting;
    for (const id of [sessionId, people.mentor.id, people.learner.id]) {
      expect(later).not.toContain(id);
    }
    const line = api.log.find((one) => one.includes('LEFT_BY_CHOICE')) ?? '{}';
    expect(JSON.parse(line)).toEqual(
      jasmine.objectContaining({
        ...{ msg: 'disconnected', reason: 'LEFT_BY_CHOICE', sid: 'learner-1' },
        ...{ sessionId, personId: people.learner.id },
      }),
    );
  });

  it('FAIL-13 count who came and got no media through, by the media server’s word', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, people, api, media, clock } = meeting;
    meeting.toMinute(1);
    const at = clock.now();
    const come = { sessionId, personId: people.learner.id, connectionId: newId(), joinedAt: at };
    media.notices.set('tried', { kind: 'LEFT', ...come, sid: 'PA_1', at, how: 'NEVER_CONNECTED' });
    media.notices.set('broke', { kind: 'LEFT', ...come, sid: 'PA_2', at, how: 'ABORTED' });
    for (const body of ['tried', 'broke']) {
      await fetch(`${api.url}/media/notices`, { method: 'POST', body });
    }
    const lines = await page(meeting);
    expect(lines).toContain('peerlearn_ice_failures_total 1');
    expect(lines).toContain('peerlearn_disconnects_total{reason="CONNECTION_FAILED"} 2');
  });

  it('FAIL-13 count how long people wait for the first picture', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, people, api } = meeting;
    await meeting.ask('learner', firstPicture, { input: { sessionId, waitedMs: 1400 } });
    const lines = await page(meeting);
    expect(lines).toContain('peerlearn_first_picture_seconds_sum 1.4');
    expect(lines).toContain('peerlearn_first_picture_seconds_bucket{le="1"} 0');
    expect(lines).toContain('peerlearn_first_picture_seconds_bucket{le="1.5"} 1');
    const line = api.log.find((one) => one.includes('first picture')) ?? '{}';
    expect(JSON.parse(line)).toEqual(
      jasmine.objectContaining({ sessionId, personId: people.learner.id, waitedMs: 1400 }),
    );
    for (const waitedMs of [-1, 600_001]) {
      const input = { sessionId, waitedMs };
      const { errors } = await api.http(firstPicture, { input }, meeting.cookies.learner);
      expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
  });
});
