import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

const fields = `__typename ... on Session { clock { startsAt endsAt } status
    rescheduleProposal { id by { id } note times { startsAt endsAt } proposedAt } }
  ... on InvalidSchedule { field } ... on Problem { message }`;
const mutations = {
  propose: `mutation ($input: ProposeRescheduleInput!) { answer: proposeReschedule(input: $input) { ${fields} } }`,
  accept: `mutation ($input: AcceptRescheduleInput!) { answer: acceptReschedule(input: $input) { ${fields}
    ... on PersonBusy { personId } } }`,
  decline: `mutation ($input: DeclineRescheduleInput!) { answer: declineReschedule(input: $input) {
    __typename ... on Session { rescheduleProposal { id } } ... on Problem { message } } }`,
  withdraw: `mutation ($input: WithdrawRescheduleInput!) { answer: withdrawReschedule(input: $input) {
    __typename ... on Session { rescheduleProposal { id } } ... on Problem { message } } }`,
};

type Who = 'mentor' | 'learner';

interface Answer {
  readonly __typename: string;
  readonly field?: string;
  readonly personId?: string;
  readonly message?: string;
  readonly clock?: { readonly startsAt: string; readonly endsAt: string };
  readonly rescheduleProposal?: {
    readonly id: string;
    readonly by: { readonly id: string };
    readonly note: string;
    readonly times: readonly { readonly startsAt: string; readonly endsAt: string }[];
  } | null;
}

async function does(
  meeting: Meeting,
  who: Who,
  what: keyof typeof mutations,
  input: object,
): Promise<Answer> {
  const variables = { input: { sessionId: meeting.sessionId, ...input } };
  return (await meeting.ask<{ answer: Answer }>(who, mutations[what], variables)).answer;
}

/** A time of 40 minutes, so many minutes after the planned start. */
function timeAt(meeting: Meeting, minute: number) {
  const startsAt = meeting.startsAt + minute * minuteMs;
  return {
    startsAt: new Date(startsAt).toISOString(),
    endsAt: new Date(startsAt + 40 * minuteMs).toISOString(),
  };
}

async function proposes(meeting: Meeting, who: Who, ...minutes: readonly number[]) {
  const times = minutes.map((minute) => timeAt(meeting, minute));
  const answer = await does(meeting, who, 'propose', { times, note: 'My train is late.' });
  const id = answer.rescheduleProposal?.id;
  if (id === undefined) throw new Error(`not proposed: ${JSON.stringify(answer)}`);
  return id;
}

async function codeOf(meeting: Meeting, who: Who, what: keyof typeof mutations, input: object) {
  const variables = { input: { sessionId: meeting.sessionId, ...input } };
  const { errors } = await meeting.api.http(mutations[what], variables, meeting.cookies[who]);
  return errors[0]?.extensions['code'];
}

describe('rescheduling', () => {
  it('PRE-11 moves the session to the time that the other accepts', async () => {
    await using meeting = await Meeting.plan();
    const proposed = await does(meeting, 'learner', 'propose', {
      times: [timeAt(meeting, 180), timeAt(meeting, 120)],
      note: ' My train is late. ',
    });
    expect(proposed.rescheduleProposal).toEqual(
      jasmine.objectContaining({
        by: { id: meeting.people.learner.id },
        note: 'My train is late.',
        times: [timeAt(meeting, 120), timeAt(meeting, 180)],
      }),
    );
    const proposalId = proposed.rescheduleProposal?.id;
    const { startsAt } = timeAt(meeting, 180);
    const accepted = await does(meeting, 'mentor', 'accept', { proposalId, startsAt });
    expect(accepted.clock).toEqual(timeAt(meeting, 180));
    expect(accepted.rescheduleProposal).toBeNull();
    const snapshot = await meeting.api.app.sessions.reader.byId(meeting.sessionId);
    expect(snapshot?.state.calendarSequence).toBe(1);
  });

  it('PRE-11 frees the old time and takes the new one', async () => {
    await using meeting = await Meeting.plan();
    const proposalId = await proposes(meeting, 'mentor', 120);
    await does(meeting, 'learner', 'accept', { proposalId, ...pick(timeAt(meeting, 120)) });
    expect(await schedules(meeting, 150)).toBe('busyId');
    expect(await schedules(meeting, 0)).toBe('sessionId');
  });

  it('PRE-11 lets the other decline, and who proposed take it back', async () => {
    await using meeting = await Meeting.plan();
    const first = await proposes(meeting, 'learner', 120);
    const declined = { proposalId: first, reason: 'I teach then.' };
    expect(await codeOf(meeting, 'learner', 'decline', declined)).toBe('FORBIDDEN');
    expect((await does(meeting, 'mentor', 'decline', declined)).rescheduleProposal).toBeNull();
    expect((await does(meeting, 'mentor', 'decline', declined)).__typename).toBe('ProposalGone');
    const second = await proposes(meeting, 'learner', 180);
    expect(await codeOf(meeting, 'mentor', 'withdraw', { proposalId: second })).toBe('FORBIDDEN');
    const withdrawn = await does(meeting, 'learner', 'withdraw', { proposalId: second });
    expect(withdrawn.rescheduleProposal).toBeNull();
    expect(await typesIn(meeting)).toEqual([
      'SESSION_SCHEDULED',
      'RESCHEDULE_PROPOSED',
      'RESCHEDULE_DECLINED',
      'RESCHEDULE_PROPOSED',
      'RESCHEDULE_WITHDRAWN',
    ]);
  });

  it('PRE-11 takes a counter-proposal in place of the one before', async () => {
    await using meeting = await Meeting.plan();
    const first = await proposes(meeting, 'learner', 120);
    const counter = await proposes(meeting, 'mentor', 240);
    const late = { proposalId: first, ...pick(timeAt(meeting, 120)) };
    expect((await does(meeting, 'mentor', 'accept', late)).__typename).toBe('ProposalGone');
    const own = { proposalId: counter, ...pick(timeAt(meeting, 240)) };
    expect(await codeOf(meeting, 'mentor', 'accept', own)).toBe('FORBIDDEN');
    expect((await does(meeting, 'learner', 'accept', own)).__typename).toBe('Session');
  });

  it('PRE-11 says what is wrong with a proposal or its answer', async () => {
    await using meeting = await Meeting.plan();
    const propose = async (times: readonly object[], note = '') =>
      (await does(meeting, 'learner', 'propose', { times, note })).field;
    expect(await propose([])).toBe('times');
    expect(await propose([timeAt(meeting, -30)])).toBe('times');
    expect(await propose([timeAt(meeting, 0)])).toBe('times');
    expect(await propose([timeAt(meeting, 120)], 'a'.repeat(501))).toBe('note');
    const proposalId = await proposes(meeting, 'learner', 10, 120);
    const accept = async (minute: number) =>
      (await does(meeting, 'mentor', 'accept', { proposalId, ...pick(timeAt(meeting, minute)) }))
        .field;
    expect(await accept(60)).toBe('startsAt');
  });

  it('PRE-11 does not accept a time that has passed', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(-15);
    const proposalId = await proposes(meeting, 'learner', -5, 120);
    meeting.toMinute(-4);
    const passed = { proposalId, ...pick(timeAt(meeting, -5)) };
    expect((await does(meeting, 'mentor', 'accept', passed)).field).toBe('startsAt');
  });

  it('PRE-11 books nobody twice by accepting, also when it happens in the same instant', async () => {
    await using meeting = await Meeting.plan();
    const proposalId = await proposes(meeting, 'learner', 120);
    const answers = await Promise.all([
      does(meeting, 'mentor', 'accept', { proposalId, ...pick(timeAt(meeting, 120)) }),
      ...[125, 130, 135, 140].map((minute) => schedules(meeting, minute)),
    ]);
    const names = answers.map((one) => (typeof one === 'string' ? one : one.__typename)).sort();
    const won = names.filter((name) => name === 'Session' || name === 'sessionId');
    expect(won.length).toBe(1);
    expect(names.filter((name) => name === 'PersonBusy' || name === 'busyId').length).toBe(4);
  });

  it('PRE-11 is too late once the session has started or ended', async () => {
    await using meeting = await Meeting.plan();
    const proposalId = await proposes(meeting, 'learner', 120);
    const accept = { proposalId, ...pick(timeAt(meeting, 120)) };
    meeting.toMinute(1);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    const propose = { times: [timeAt(meeting, 120)] };
    const nameOf = async (what: keyof typeof mutations, input: object) =>
      (await does(meeting, 'mentor', what, input)).__typename;
    expect(await nameOf('propose', propose)).toBe('SessionAlreadyStarted');
    expect(await nameOf('accept', accept)).toBe('SessionAlreadyStarted');
    await meeting.api.app.sessions.command(meeting.sessionId, () => ({
      type: 'END',
      personId: meeting.people.mentor.id,
    }));
    expect(await nameOf('propose', propose)).toBe('SessionAlreadyEnded');
    expect(await nameOf('decline', { proposalId })).toBe('SessionAlreadyEnded');
  });

  it('PRE-11 is closed by a cancel, with the reason shown', async () => {
    await using meeting = await Meeting.plan();
    await proposes(meeting, 'learner', 120);
    const cancel = `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) {
      ... on Session { cancelReason rescheduleProposal { id } } } }`;
    const input = { sessionId: meeting.sessionId, reason: 'I am ill.' };
    expect(await meeting.ask('learner', cancel, { input })).toEqual({
      cancelSession: { cancelReason: 'I am ill.', rescheduleProposal: null },
    });
    const snapshot = await meeting.api.app.sessions.reader.byId(meeting.sessionId);
    expect(snapshot?.state.calendarSequence).toBe(1);
  });

  it('FAIL-10 is for the two people of the session', async () => {
    await using meeting = await Meeting.plan();
    const stranger = await meeting.api.addPerson(['ADMIN']);
    const cookie = await meeting.api.signInAs(stranger.id);
    const input = { sessionId: meeting.sessionId, times: [timeAt(meeting, 120)], note: '' };
    const code = async (asked: object) =>
      (await meeting.api.http(mutations.propose, { input: { ...input, ...asked } }, cookie))
        .errors[0]?.extensions['code'];
    expect(await code({})).toBe('FORBIDDEN');
    expect(await code({ sessionId: newId() })).toBe('NOT_FOUND');
  });
});

function pick({ startsAt }: { readonly startsAt: string }) {
  return { startsAt };
}

async function schedules(meeting: Meeting, minute: number): Promise<string> {
  const { course } = await meeting.api.app.sessions.courses.ensure({
    title: 'Algebra',
    description: '',
  });
  const startsAt = meeting.startsAt + minute * minuteMs;
  const answer = await meeting.api.app.sessions.schedule.run({
    courseId: course.id,
    mentorId: meeting.people.mentor.id,
    learnerId: meeting.people.learner.id,
    title: 'Another',
    startsAt,
    endsAt: startsAt + 30 * minuteMs,
    topics: [],
  });
  return Object.keys(answer)[0] ?? '';
}

async function typesIn(meeting: Meeting): Promise<readonly string[]> {
  const events = await meeting.api.app.sessions.events.after(meeting.sessionId, 0, 100);
  return events.map(({ type }) => type);
}
