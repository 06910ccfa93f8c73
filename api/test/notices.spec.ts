import type { DeliveryFilter } from '../src/reminders/reminders.ts';
import { listCursor } from '../src/platform/graphql/cursor.ts';
import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { TestMailbox } from './test-mailbox.ts';
import { tell } from './told.ts';

interface NoticeView {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  readonly readAt: string | null;
  readonly path: string;
  readonly session: { readonly id: string; readonly viewerRole: string };
}

interface NoticesView {
  readonly edges: readonly { readonly node: NoticeView }[];
  readonly unreadCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const shown = 'id kind title text readAt path session { id viewerRole }';
const page = `edges { node { ${shown} } } unreadCount pageInfo { hasNextPage endCursor }`;
const query = `query ($first: Int, $after: Cursor) {
  notices(first: $first, after: $after) { ${page} } }`;
const mark = `mutation ($input: MarkNoticesReadInput!) { markNoticesRead(input: $input) { ${page} } }`;

async function noticesOf(meeting: Meeting, who: 'mentor' | 'learner', variables: object = {}) {
  return (await meeting.ask<{ notices: NoticesView }>(who, query, variables)).notices;
}

async function markRead(meeting: Meeting, who: 'mentor' | 'learner', input: object) {
  const answer = await meeting.ask<{ markNoticesRead: NoticesView }>(who, mark, { input });
  return answer.markNoticesRead;
}

describe('notices in the app', () => {
  it('PRE-10 are listed, the latest first, page by page, each to its person alone', async () => {
    await using meeting = await Meeting.plan();
    await tell(meeting.api);
    meeting.toMinute(-15);
    await tell(meeting.api);
    const first = await noticesOf(meeting, 'learner', { first: 1 });
    expect(first.unreadCount).toBe(2);
    expect(first.pageInfo.hasNextPage).toBeTrue();
    expect(first.edges.map(({ node }) => node)).toEqual([
      {
        id: jasmine.any(String),
        kind: 'REMINDER_QUARTER',
        title: 'Your session starts in 15 minutes',
        text: jasmine.stringMatching(/^Fractions with Maya Lindqvist: .+ UTC\.$/),
        readAt: null,
        path: `/session/${meeting.sessionId}`,
        session: { id: meeting.sessionId, viewerRole: 'LEARNER' },
      },
    ]);
    const rest = await noticesOf(meeting, 'learner', { first: 1, after: first.pageInfo.endCursor });
    expect(rest.edges.map(({ node }) => node.kind)).toEqual(['SESSION_SCHEDULED']);
    expect(rest.pageInfo.hasNextPage).toBeFalse();
  });

  it('PRE-10 are marked as read by their person alone', async () => {
    await using meeting = await Meeting.plan();
    await tell(meeting.api);
    meeting.toMinute(-15);
    await tell(meeting.api);
    const { edges } = await noticesOf(meeting, 'learner');
    const ids = edges.slice(0, 1).map(({ node }) => node.id);
    expect((await markRead(meeting, 'mentor', { ids })).unreadCount).toBe(2);
    const marked = await markRead(meeting, 'learner', { ids });
    expect(marked.unreadCount).toBe(1);
    expect(marked.edges.map(({ node }) => node.readAt !== null)).toEqual([true, false]);
    expect((await markRead(meeting, 'learner', { all: true })).unreadCount).toBe(0);
    expect((await noticesOf(meeting, 'mentor')).unreadCount).toBe(2);
  });

  it('PRE-10 arrive over the open socket, once', async () => {
    await using meeting = await Meeting.plan();
    await tell(meeting.api);
    meeting.clock.advance(minuteMs);
    const subscription = `subscription { noticeArrived { ${shown} } }`;
    await using stream = meeting.api.subscribe<{ noticeArrived: NoticeView }>(
      subscription,
      {},
      meeting.cookies.learner,
    );
    await stream.opened();
    const topic = `notices:${meeting.people.learner.id}` as const;
    while (!meeting.api.app.wakeUps.listenedTopics.includes(topic)) {
      await new Promise(setImmediate);
    }
    meeting.toMinute(-15);
    await tell(meeting.api);
    expect((await stream.nextData()).noticeArrived.kind).toBe('REMINDER_QUARTER');
    meeting.toMinute(-1);
    await tell(meeting.api);
    expect((await stream.nextData()).noticeArrived.title).toBe(
      'Your session is starting! Please join now.',
    );
  });

  it('PRE-10 are read from the start where they tell of one’s own deed', async () => {
    await using meeting = await Meeting.plan({}, {}, 600);
    const { api, people } = meeting;
    const plan = `mutation ($input: ScheduleSessionInput!) {
      scheduleSession(input: $input) { __typename ... on Session { id } } }`;
    const cancel = `mutation ($input: CancelSessionInput!) {
      cancelSession(input: $input) { __typename } }`;
    await tell(api);
    const before = (await noticesOf(meeting, 'mentor')).unreadCount;
    const { course } = await api.app.sessions.courses.ensure({ title: 'Algebra', description: '' });
    const at = (minute: number) => new Date(meeting.startsAt + minute * minuteMs).toISOString();
    const input = { courseId: course.id, learnerId: people.learner.id, title: 'Roots', topics: [] };
    await meeting.ask('mentor', plan, { input: { ...input, startsAt: at(90), endsAt: at(120) } });
    await tell(api);
    const told = await noticesOf(meeting, 'mentor');
    expect(told.unreadCount).toBe(before);
    expect(told.edges[0]?.node).toEqual(
      jasmine.objectContaining({ kind: 'SESSION_SCHEDULED', readAt: jasmine.any(String) }),
    );
    expect((await noticesOf(meeting, 'learner')).unreadCount).toBe(before + 1);

    const { sessionId } = meeting;
    await meeting.ask('learner', cancel, { input: { sessionId, reason: 'A cold.' } });
    await tell(api);
    expect((await noticesOf(meeting, 'learner')).unreadCount).toBe(before + 1);
    expect((await noticesOf(meeting, 'mentor')).unreadCount).toBe(before + 1);
    const mails = await api.app.database
      .fork()
      .execute<{ subject: string }[]>('select subject from caught_mail where recipient = ?', [
        people.learner.email,
      ]);
    expect(mails.map(({ subject }) => subject)).toContain(
      'Session cancelled: Fractions with Maya Lindqvist',
    );
  });

  it('FAIL-10 are nobody’s who is not signed in', async () => {
    await using meeting = await Meeting.plan();
    const { errors } = await meeting.api.http(query);
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
    const bad = await meeting.api.http(query, { after: 'x' }, meeting.cookies.learner);
    expect(bad.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    for (const farOff of [8.64e15, -1, 9e15]) {
      const after = listCursor([farOff, newId()]);
      const { errors: faults } = await meeting.api.http(query, { after }, meeting.cookies.learner);
      expect(faults[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    }
    const named = { input: { ids: ['nothing'] } };
    const worse = await meeting.api.http(mark, named, meeting.cookies.learner);
    expect(worse.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    // What arrives meanwhile only raises the count.
    const { unreadCount } = await noticesOf(meeting, 'learner');
    const others = await markRead(meeting, 'learner', { ids: [newId()] });
    expect(others.unreadCount).toBeGreaterThanOrEqual(unreadCount);
  });
});

describe('what an operator sees of deliveries', () => {
  async function listed(meeting: Meeting, filter: DeliveryFilter): Promise<readonly string[]> {
    const { deliveries } = meeting.api.app.reminders;
    const lines: string[] = [];
    let after: Awaited<ReturnType<typeof deliveries.list>>[number] | null = null;
    for (;;) {
      const rows = await deliveries.list({ filter, first: 2, after }, meeting.clock.now());
      lines.push(
        ...rows.map(
          (row) => `${row.kind} ${row.channel ?? '-'} ${row.state} ${String(row.isLate)}`,
        ),
      );
      after = rows.at(-1) ?? null;
      if (!after) return lines;
    }
  }

  it('OPS lists what is due, sent, late and failed, page by page, and counts it', async () => {
    const mailbox = new TestMailbox();
    await using meeting = await Meeting.plan({}, { mailbox }, 60);
    await tell(meeting.api);
    mailbox.fault = Object.assign(new Error('no'), { reason: '550', isPermanent: true });
    meeting.clock.setTo(meeting.startsAt - 13 * minuteMs);
    await tell(meeting.api);
    const { deliveries } = meeting.api.app.reminders;
    const now = meeting.clock.now();
    expect(await deliveries.counts(now)).toEqual({ DUE: 2, SENT: 6, LATE: 2, FAILED: 2 });
    expect(await listed(meeting, 'DUE')).toEqual(['STARTING - DUE false', 'STARTING - DUE false']);
    expect(await listed(meeting, 'LATE')).toEqual([
      'REMINDER_QUARTER IN_APP SENT true',
      'REMINDER_QUARTER IN_APP SENT true',
    ]);
    expect(await listed(meeting, 'FAILED')).toEqual([
      'REMINDER_QUARTER EMAIL FAILED false',
      'REMINDER_QUARTER EMAIL FAILED false',
    ]);
    expect((await listed(meeting, 'SENT')).length).toBe(6);
    const [failed] = await deliveries.list({ filter: 'FAILED', first: 1, after: null }, now);
    expect(failed?.lastError).toBe('550');
  });
});
