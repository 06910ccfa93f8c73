import { type Mail, MailNotTaken, type Mailbox } from '../src/platform/mail/mailbox.ts';
import { listCursor } from '../src/platform/graphql/cursor.ts';
import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';
import type { TestApi } from './test-api.ts';
import { tell } from './told.ts';

interface Delivery {
  readonly noticeId: string;
  readonly channel: string | null;
  readonly kind: string;
  readonly isLate: boolean;
  readonly sessionTitle: string;
  readonly person: { readonly displayName: string };
}

interface Deliveries {
  readonly noticeDeliveries: {
    readonly edges: readonly { readonly node: Delivery }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const query = `query ($filter: NoticeDeliveryFilter!, $first: Int! = 20, $after: Cursor) {
  noticeDeliveries(filter: $filter, first: $first, after: $after) {
    edges { node { noticeId channel kind isLate sessionTitle attempts lastError
      person { displayName } } }
    pageInfo { endCursor hasNextPage } } }`;
const retry = `mutation ($input: RetryNoticeDeliveryInput!) { retryNoticeDelivery(input: $input) {
  __typename ... on Problem { message } } }`;

/** A mail server that takes nothing until it is told to. */
class MoodyMailbox implements Mailbox {
  isOpen = false;
  readonly taken: Mail[] = [];

  send(mail: Mail): Promise<void> {
    if (!this.isOpen) return Promise.reject(new MailNotTaken('550', true));
    this.taken.push(mail);
    return Promise.resolve();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }
}

async function asAdmin(api: TestApi): Promise<string> {
  return await api.signInAs((await api.addPerson(['ADMIN'], 'Ada Min')).id);
}

async function metric(api: TestApi, line: string): Promise<number> {
  const text = await (await fetch(`${api.url}/metrics`)).text();
  const found = text.split('\n').find((each) => each.startsWith(`${line} `));
  return found === undefined ? 0 : Number(found.slice(line.length));
}

describe('the operator’s page of reminders', () => {
  it('PRE-10 lists what is due, sent and given up, page by page, for administrators', async () => {
    await using meeting = await Meeting.plan();
    const { api } = meeting;
    await tell(api);
    const admin = await asAdmin(api);
    const list = async (filter: string) => {
      const { noticeDeliveries } = await api.ask<Deliveries>(query, { filter }, admin);
      return noticeDeliveries.edges.map(({ node }) => `${node.kind} ${node.channel ?? '–'}`);
    };
    // Twenty minutes ahead: the quarter of an hour and the start are to come, for both.
    expect(await list('DUE')).toEqual([
      'REMINDER_QUARTER –',
      'REMINDER_QUARTER –',
      'STARTING –',
      'STARTING –',
    ]);
    expect(await list('SENT')).toHaveSize(4);
    expect(await list('LATE')).toEqual([]);
    expect(await list('FAILED')).toEqual([]);
    const kinds: string[] = [];
    let after: string | null = null;
    do {
      const answer: Deliveries = await api.ask(query, { filter: 'DUE', first: 1, after }, admin);
      const page = answer.noticeDeliveries;
      kinds.push(...page.edges.map(({ node }) => `${node.kind} ${node.person.displayName}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(new Set(kinds).size).toBe(4);
    const refused = await api.http(query, { filter: 'DUE' }, meeting.cookies.mentor);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('API-3 goes on behind no place that cannot be', async () => {
    await using meeting = await Meeting.plan();
    const admin = await asAdmin(meeting.api);
    for (const [dueAt, channel] of [
      [8.64e15, 'EMAIL'],
      [9e15, 'EMAIL'],
      [-1, 'EMAIL'],
      [meeting.startsAt, 'PIGEON'],
    ] as const) {
      const after = listCursor([dueAt, newId(), channel]);
      const { errors } = await meeting.api.http(query, { filter: 'SENT', after }, admin);
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['BAD_USER_INPUT']);
    }
    const after = listCursor([253_402_300_799_999, newId(), 'EMAIL']);
    const { errors } = await meeting.api.http(query, { filter: 'SENT', after }, admin);
    expect(errors).toEqual([]);
  });

  it('PRE-10 raises the alert while a reminder is more than a minute late', async () => {
    await using meeting = await Meeting.plan();
    const { api } = meeting;
    await tell(api);
    expect(await metric(api, 'peerlearn_notices_late')).toBe(0);
    meeting.toMinute(-13);
    expect(await metric(api, 'peerlearn_notices_late')).toBe(2);
    const admin = await asAdmin(api);
    const { noticeDeliveries } = await api.ask<Deliveries>(query, { filter: 'LATE' }, admin);
    expect(noticeDeliveries.edges.map(({ node }) => node.isLate)).toEqual([true, true]);
    await tell(api);
    expect(await metric(api, 'peerlearn_notices_late')).toBe(0);
    const sent = `peerlearn_notices_sent_total{kind="REMINDER_QUARTER",channel="EMAIL"}`;
    expect(await metric(api, sent)).toBe(2);
  });

  it('PRE-10 tries once more what was given up, on the operator’s word', async () => {
    const mailbox = new MoodyMailbox();
    await using meeting = await Meeting.plan({}, { mailbox });
    const { api } = meeting;
    await tell(api);
    const admin = await asAdmin(api);
    const failed = async () => {
      const { noticeDeliveries } = await api.ask<Deliveries>(query, { filter: 'FAILED' }, admin);
      return noticeDeliveries.edges.map(({ node }) => node);
    };
    const [given] = await failed();
    expect(await failed()).toHaveSize(2);
    expect(
      await metric(
        api,
        'peerlearn_notice_failures_total{kind="SESSION_SCHEDULED",channel="EMAIL",final="true"}',
      ),
    ).toBe(2);
    mailbox.isOpen = true;
    const input = { noticeId: given?.noticeId, channel: 'EMAIL' };
    const refused = await api.http(retry, { input }, meeting.cookies.mentor);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(mailbox.taken).toEqual([]);
    const again = () => api.ask<{ retryNoticeDelivery: unknown }>(retry, { input }, admin);
    expect(await again()).toEqual({
      retryNoticeDelivery: { __typename: 'NoticeDeliveryRetried' },
    });
    await tell(api);
    expect(mailbox.taken).toHaveSize(1);
    expect(await failed()).toHaveSize(1);
    expect(await again()).toEqual({
      retryNoticeDelivery: {
        __typename: 'NothingToRetry',
        message: 'It was not given up, or is of no use any more.',
      },
    });
  });

  it('PRE-10 does not try what is of no use any more', async () => {
    const mailbox = new MoodyMailbox();
    await using meeting = await Meeting.plan({}, { mailbox });
    const { api, clock } = meeting;
    await tell(api);
    const admin = await asAdmin(api);
    const { noticeDeliveries } = await api.ask<Deliveries>(query, { filter: 'FAILED' }, admin);
    const noticeId = noticeDeliveries.edges[0]?.node.noticeId;
    clock.advance(7 * 24 * 60 * minuteMs);
    const answer = await api.ask<{ retryNoticeDelivery: { __typename: string } }>(
      retry,
      { input: { noticeId, channel: 'EMAIL' } },
      await asAdmin(api),
    );
    expect(answer.retryNoticeDelivery.__typename).toBe('NothingToRetry');
  });
});
