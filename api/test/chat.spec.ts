import { newId } from '../src/platform/ids.ts';
import { Meeting } from './meeting.ts';

const send = `mutation ($sessionId: ID!, $messageId: ID!, $text: String!) {
  sendMessage(input: { sessionId: $sessionId, messageId: $messageId, text: $text }) {
    __typename ... on ChatMessage { id text cursor author { displayName } }
    ... on Problem { message } } }`;

const read = `query ($sessionId: ID!, $after: Cursor, $first: Int!) { session(id: $sessionId) {
  messages(after: $after, first: $first) {
    edges { node { text } } pageInfo { hasNextPage endCursor } } } }`;

interface Sent {
  readonly sendMessage: {
    readonly __typename: string;
    readonly cursor?: string;
    readonly message?: string;
  };
}

interface Pages {
  readonly session: {
    readonly messages: {
      readonly edges: readonly { readonly node: { readonly text: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

describe('the chat', () => {
  it('ROOM-7 keeps a line once however often it is sent', async () => {
    await using meeting = await Meeting.plan();
    const line = { messageId: newId(), text: 'Hello' };
    const [first, ...again] = await Promise.all(
      Array.from({ length: 5 }, () => meeting.ask<Sent>('learner', send, line)),
    );
    expect(first?.sendMessage).toEqual(
      jasmine.objectContaining({
        __typename: 'ChatMessage',
        author: { displayName: 'Leo Okafor' },
      }),
    );
    for (const answer of again) expect<Sent | undefined>(answer).toEqual(first);
    const { session } = await meeting.ask<Pages>('mentor', read, { after: null, first: 10 });
    expect(session.messages.edges).toEqual([{ node: { text: 'Hello' } }]);
  });

  it('ROOM-7 is read page by page in the order of writing', async () => {
    await using meeting = await Meeting.plan();
    for (const text of ['one', 'two', 'three']) {
      await meeting.ask('mentor', send, { messageId: newId(), text });
    }
    const first = await meeting.ask<Pages>('learner', read, { after: null, first: 2 });
    const { edges, pageInfo } = first.session.messages;
    expect(edges.map(({ node }) => node.text)).toEqual(['one', 'two']);
    expect(pageInfo.hasNextPage).toBeTrue();
    const rest = await meeting.ask<Pages>('learner', read, { after: pageInfo.endCursor, first: 2 });
    expect(rest.session.messages.edges.map(({ node }) => node.text)).toEqual(['three']);
    expect(rest.session.messages.pageInfo.hasNextPage).toBeFalse();
  });

  it('ROOM-7 says why a line is not kept', async () => {
    await using meeting = await Meeting.plan();
    const ask = (text: string) => meeting.ask<Sent>('mentor', send, { messageId: newId(), text });
    expect((await ask('  ')).sendMessage.__typename).toBe('InvalidMessage');
    expect((await ask('a'.repeat(4001))).sendMessage.message).toContain('4,000');
    meeting.toMinute(60);
    await meeting.tick();
    expect((await ask('too late')).sendMessage.__typename).toBe('ChatClosed');
  });

  it('ROOM-7 does not let one take the identifier of the other’s line', async () => {
    await using meeting = await Meeting.plan();
    const line = { messageId: newId(), text: 'mine' };
    await meeting.ask('mentor', send, line);
    const { sendMessage } = await meeting.ask<Sent>('learner', send, line);
    expect(sendMessage.__typename).toBe('InvalidMessage');
  });
});
