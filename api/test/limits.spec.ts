import { newId } from '../src/platform/ids.ts';
import { planLimits } from '../src/sessions/plan-limits.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { TestApi } from './test-api.ts';

const propose = `mutation ($input: ProposeRescheduleInput!) {
  proposeReschedule(input: $input) { __typename } }`;
const report = `mutation ($input: ReportReadinessInput!) {
  reportReadiness(input: $input) { __typename } }`;
const issue = `mutation ($input: ReportIssueInput!) { reportIssue(input: $input) { __typename } }`;
const firstPicture = `mutation ($input: ReportFirstPictureInput!) { reportFirstPicture(input: $input) }`;
const schedule = `mutation ($input: ScheduleSessionInput!) {
  scheduleSession(input: $input) { __typename } }`;

/** Ways of telling the other person, besides proposing, with what they need. */
function otherChanges({ sessionId, people, startsAt }: Meeting): [string, string, object][] {
  const named = { sessionId, proposalId: newId() };
  const at = new Date(startsAt).toISOString();
  return [
    ['acceptReschedule', 'AcceptRescheduleInput', { ...named, startsAt: at }],
    ['declineReschedule', 'DeclineRescheduleInput', named],
    ['withdrawReschedule', 'WithdrawRescheduleInput', named],
    ['cancelSession', 'CancelSessionInput', { sessionId, reason: 'A cold.' }],
    [
      'bookSession',
      'BookSessionInput',
      { mentorId: people.mentor.id, courseId: newId(), startsAt: at },
    ],
  ];
}

function proposal({ sessionId, startsAt }: Meeting): object {
  const at = (minute: number) => new Date(startsAt + minute * minuteMs).toISOString();
  return { sessionId, times: [{ startsAt: at(600), endsAt: at(640) }], note: '' };
}

async function codeOf(meeting: Meeting, who: 'mentor' | 'learner', query: string, input: object) {
  const { errors } = await meeting.api.http(query, { input }, meeting.cookies[who]);
  return errors[0]?.extensions['code'];
}

async function repeat(times: number, act: () => Promise<unknown>): Promise<readonly unknown[]> {
  const codes: unknown[] = [];
  for (let count = 0; count < times; count += 1) codes.push(await act());
  return codes.filter((code) => code !== undefined);
}

describe('what the other person is told of', () => {
  it('API-5 PRE-11 is not said without end: plans change so often in ten minutes', async () => {
    await using meeting = await Meeting.plan({}, {}, 600);
    const input = proposal(meeting);
    const again = () => codeOf(meeting, 'learner', propose, input);
    expect(await repeat(planLimits.changes.most, again)).toEqual([]);
    expect(await again()).toBe('TOO_MANY_REQUESTS');
    for (const [name, type, other] of otherChanges(meeting)) {
      const query = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`;
      expect([name, await codeOf(meeting, 'learner', query, other)]).toEqual([
        name,
        'TOO_MANY_REQUESTS',
      ]);
    }
    expect(await codeOf(meeting, 'mentor', propose, input)).toBeUndefined();
    meeting.clock.advance(10 * minuteMs);
    expect(await again()).toBeUndefined();
  });

  it('API-5 PRE-9 is not said without end: devices are reported so often in ten minutes', async () => {
    await using meeting = await Meeting.plan();
    const devices = { camera: 'OK', microphone: 'OK', speaker: 'OK', network: 'OK' };
    const input = { sessionId: meeting.sessionId, ...devices };
    const again = () => codeOf(meeting, 'learner', report, input);
    expect(await repeat(planLimits.reports.most, again)).toEqual([]);
    expect(await again()).toBe('TOO_MANY_REQUESTS');
  });

  it('API-5 FAIL-13 is not said without end: what fails is told so often in ten minutes', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, clock } = meeting;
    const startedAt = new Date(clock.now()).toISOString();
    const again = () => {
      const input = { sessionId, issueId: newId(), kind: 'SOCKET', startedAt };
      return codeOf(meeting, 'learner', issue, input);
    };
    expect(await repeat(planLimits.issues.most, again)).toEqual([]);
    expect(await again()).toBe('TOO_MANY_REQUESTS');
    const picture = { sessionId, waitedMs: 700 };
    expect(await codeOf(meeting, 'learner', firstPicture, picture)).toBe('TOO_MANY_REQUESTS');
    expect(await codeOf(meeting, 'mentor', firstPicture, picture)).toBeUndefined();
  });

  it('API-5 PRE-12 is not said without end: so many sessions are planned in ten minutes', async () => {
    await using meeting = await Meeting.plan();
    const at = new Date(meeting.startsAt).toISOString();
    const input = { courseId: newId(), learnerId: newId(), startsAt: at, endsAt: at, title: '' };
    const again = () => codeOf(meeting, 'mentor', schedule, { ...input, topics: [] });
    expect(await repeat(planLimits.plans.most, again)).toEqual([]);
    expect(await again()).toBe('TOO_MANY_REQUESTS');
  });

  it('API-5 says when to come back, to programs that do not know GraphQL too', async () => {
    await using meeting = await Meeting.plan();
    const { api, clock, cookies, sessionId } = meeting;
    const input = { sessionId, isRaised: true };
    const gesture = `mutation ($input: SetHandInput!) {
      first: setHand(input: $input) { __typename } second: setHand(input: $input) { __typename } }`;
    const codes = await repeat(planLimits.gestures.most / 2, () =>
      codeOf(meeting, 'learner', gesture, input),
    );
    expect(codes).toEqual([]);
    clock.advance(60_000);
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies.learner },
      body: JSON.stringify({ query: gesture, variables: { input } }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '540']);
    expect(await response.json()).toEqual({
      data: null,
      errors: [
        jasmine.objectContaining({
          extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 540 },
        }),
      ],
    });
  });
});

describe('attempts to sign in', () => {
  it('API-5 are so many, and one more says when to come back', async () => {
    await using api = await TestApi.start({ settings: { AUTH_RATE_LIMIT: 'true' } });
    const attempt = () =>
      fetch(`${api.url}/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: api.url },
        body: JSON.stringify({ email: 'nobody@peerlearn.example', password: 'not this one' }),
      });
    let answer = await attempt();
    for (let tries = 1; tries < 60 && answer.status !== 429; tries += 1) answer = await attempt();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('mutations of every kind', () => {
  const change = `mutation { updatePreferences(input: { volume: 5 }) { __typename } }`;

  it('API-5 are so many in a minute, over HTTP and sockets, and one more says when to come back', async () => {
    await using meeting = await Meeting.plan({ MUTATIONS_PER_MINUTE: '60' });
    const { api, cookies, clock } = meeting;
    const codes = await repeat(60, async () => {
      const { errors } = await api.http(change, {}, cookies.learner);
      return errors[0]?.extensions['code'];
    });
    expect(codes).toEqual([]);
    clock.advance(12_000);
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookies.learner },
      body: JSON.stringify({ query: change }),
    });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '48']);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: 'Too many requests. Wait a moment.',
          extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 48 },
        },
      ],
    });
    await using stream = api.subscribe(change, {}, cookies.learner);
    expect(await stream.ended()).toEqual([
      jasmine.objectContaining({
        extensions: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 48 },
      }),
    ]);
    expect((await api.http('{ viewer { email } }', {}, cookies.learner)).errors).toEqual([]);
    expect((await api.http(change, {}, cookies.mentor)).errors).toEqual([]);
    clock.advance(48_000);
    expect((await api.http(change, {}, cookies.learner)).errors).toEqual([]);
  });
});
