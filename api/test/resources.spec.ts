import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

interface Link {
  readonly __typename?: string;
  readonly id: string;
  readonly title: string;
  readonly removedAt: string | null;
  readonly cursor: string;
  readonly field?: string;
}

interface Read {
  readonly session: { readonly resources: readonly { readonly title: string }[] };
}

interface Change {
  readonly resourceChanges: Link;
}

const fields = `id title url removedAt cursor`;

const share = `mutation ($sessionId: ID!, $linkId: ID!, $title: String!, $url: String!) {
  shareLink(input: { sessionId: $sessionId, linkId: $linkId, title: $title, url: $url }) {
    __typename ... on ResourceLink { ${fields} } ... on InvalidLink { field message }
    ... on Problem { message } } }`;

const remove = `mutation ($sessionId: ID!, $linkId: ID!) {
  removeLink(input: { sessionId: $sessionId, linkId: $linkId }) {
    __typename ... on ResourceLink { ${fields} } ... on Problem { message } } }`;

const read = `query ($sessionId: ID!) { session(id: $sessionId) { resources { title } } }`;

const follow = `subscription ($sessionId: ID!, $after: Cursor) {
  resourceChanges(sessionId: $sessionId, after: $after) { ${fields} } }`;

const events = `select type, payload from session_event
  where session_id = ? and type like 'RESOURCE_%' order by seq`;

describe('shared links', () => {
  async function shareFor(
    meeting: Meeting,
    title: string,
    { linkId = newId(), url = 'https://example.com/' } = {},
  ): Promise<Link> {
    const asked = { linkId, title, url };
    return (await meeting.ask<{ shareLink: Link }>('mentor', share, asked)).shareLink;
  }

  async function removeFor(meeting: Meeting, linkId: string): Promise<Link> {
    return (await meeting.ask<{ removeLink: Link }>('mentor', remove, { linkId })).removeLink;
  }

  async function titles(meeting: Meeting): Promise<readonly string[]> {
    const { session } = await meeting.ask<Read>('learner', read);
    return session.resources.map(({ title }) => title);
  }

  it('ROOM-4 are shared and taken back by the mentor, and stand in the log', async () => {
    await using meeting = await Meeting.plan();
    const book = await shareFor(meeting, ' Book ');
    await shareFor(meeting, 'Film');
    expect(book.title).toBe('Book');
    expect(await titles(meeting)).toEqual(['Book', 'Film']);
    const removed = await removeFor(meeting, book.id);
    expect(removed.removedAt).not.toBeNull();
    expect(await titles(meeting)).toEqual(['Film']);
    const rows = await meeting.api.app.database
      .fork()
      .execute<{ type: string }[]>(events, [meeting.sessionId]);
    expect(rows.map(({ type }) => type)).toEqual([
      'RESOURCE_SHARED',
      'RESOURCE_SHARED',
      'RESOURCE_REMOVED',
    ]);
  });

  it('ROOM-4 are there once however often they are shared, and gone once they were removed', async () => {
    await using meeting = await Meeting.plan();
    const linkId = newId();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => shareFor(meeting, 'Book', { linkId })),
    );
    expect(new Set(answers.map(({ cursor }) => cursor)).size).toBe(1);
    const removals = await Promise.all([removeFor(meeting, linkId), removeFor(meeting, linkId)]);
    expect(new Set(removals.map(({ cursor }) => cursor)).size).toBe(1);
    expect((await shareFor(meeting, 'Book', { linkId })).removedAt).not.toBeNull();
    expect(await titles(meeting)).toEqual([]);
    expect((await removeFor(meeting, newId())).__typename).toBe('LinkGone');
  });

  it('ROOM-4 are addresses that begin with https://, with a name', async () => {
    await using meeting = await Meeting.plan();
    for (const url of ['http://example.com', 'javascript:alert(1)', 'https://me:pw@example.com']) {
      const answer = await shareFor(meeting, 'Bad', { url });
      expect([answer.__typename, answer.field]).toEqual(['InvalidLink', 'url']);
    }
    expect((await shareFor(meeting, ' ')).field).toBe('title');
  });

  it('ROOM-4 are the mentor’s alone to change', async () => {
    await using meeting = await Meeting.plan();
    const asked = { linkId: newId(), title: 'Mine', url: 'https://example.com/' };
    const { sessionId } = meeting;
    const refused = await meeting.api.http(share, { sessionId, ...asked }, meeting.cookies.learner);
    expect(refused.errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('ROOM-4 stay as they are from a day after the end', async () => {
    await using meeting = await Meeting.plan();
    meeting.toMinute(60);
    await meeting.tick();
    const link = await shareFor(meeting, 'As promised');
    expect(link.__typename).toBe('ResourceLink');
    meeting.clock.advance(25 * 60 * minuteMs);
    expect((await shareFor(meeting, 'Too late')).__typename).toBe('LinksClosed');
    expect((await removeFor(meeting, link.id)).__typename).toBe('LinksClosed');
    expect(await titles(meeting)).toEqual(['As promised']);
  });

  it('ROOM-4 API-3 arrive each once and in order, also behind a break', async () => {
    await using meeting = await Meeting.plan();
    const { sessionId, cookies } = meeting;
    const open = (after: string | null) =>
      meeting.api.subscribe<Change>(follow, { sessionId, after }, cookies.learner);
    const told = ({ resourceChanges: { title, removedAt } }: Change) =>
      removedAt === null ? title : `${title} removed`;
    const book = await shareFor(meeting, 'Book');
    let cursor: string;
    {
      await using stream = open(null);
      expect(told(await stream.nextData())).toBe('Book');
      const film = await shareFor(meeting, 'Film');
      const live = await stream.nextData();
      expect(told(live)).toBe('Film');
      cursor = live.resourceChanges.cursor;
      expect(cursor).toBe(film.cursor);
    }
    await removeFor(meeting, book.id);
    await shareFor(meeting, 'Song');
    await using again = open(cursor);
    expect(told(await again.nextData())).toBe('Book removed');
    expect(told(await again.nextData())).toBe('Song');
  });
});
