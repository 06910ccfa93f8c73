import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

interface AnnotationView {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly isPrivate: boolean;
  readonly sessionMs: number;
  readonly revision: number;
  readonly editedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly cursor: string;
  readonly topic: { readonly title: string } | null;
}

type Answer = AnnotationView & {
  readonly __typename: string;
  readonly message?: string;
  readonly current?: AnnotationView;
};

const fields = `id text kind isPrivate sessionMs revision editedAt withdrawnAt cursor topic { title }`;
const parts = `__typename ... on Annotation { ${fields} } ... on Problem { message }`;
const annotate = `mutation ($input: AnnotateInput!) { annotate(input: $input) { ${parts} } }`;
const edit = `mutation ($input: EditAnnotationInput!) { editAnnotation(input: $input) {
  ${parts} ... on AnnotationChanged { current { ${fields} } } } }`;
const withdraw = `mutation ($input: WithdrawAnnotationInput!) {
  withdrawAnnotation(input: $input) { ${parts} } }`;
const read = `query ($sessionId: ID!, $topicId: ID, $after: Cursor, $first: Int! = 200) {
  session(id: $sessionId) { topics { id } annotations(topicId: $topicId, after: $after, first: $first) {
    edges { node { ${fields} author { displayName } } } pageInfo { hasNextPage endCursor } } } }`;
const follow = `subscription ($sessionId: ID!, $after: Cursor) {
  annotationChanges(sessionId: $sessionId, after: $after) { ${fields} } }`;

interface Read {
  readonly session: {
    readonly topics: readonly { readonly id: string }[];
    readonly annotations: {
      readonly edges: readonly { readonly node: AnnotationView }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

/** A session of which five minutes have passed. */
async function underway(): Promise<Meeting> {
  const meeting = await Meeting.plan({}, {}, 0);
  await meeting.comes('mentor');
  await meeting.comes('learner');
  meeting.toMinute(5);
  return meeting;
}

async function write(meeting: Meeting, input: object): Promise<Answer> {
  const usual = { sessionId: meeting.sessionId, annotationId: newId(), kind: 'INSIGHT' };
  const { annotate: answer } = await meeting.ask<{ annotate: Answer }>('mentor', annotate, {
    input: { ...usual, isPrivate: false, ...input },
  });
  return answer;
}

async function change(meeting: Meeting, input: object): Promise<Answer> {
  const { sessionId } = meeting;
  const variables = { input: { sessionId, ...input } };
  return (await meeting.ask<{ editAnnotation: Answer }>('mentor', edit, variables)).editAnnotation;
}

async function takeBack(meeting: Meeting, annotationId: string): Promise<Answer> {
  const variables = { input: { sessionId: meeting.sessionId, annotationId } };
  const answer = await meeting.ask<{ withdrawAnnotation: Answer }>('mentor', withdraw, variables);
  return answer.withdrawAnnotation;
}

async function shown(meeting: Meeting, who: 'mentor' | 'learner'): Promise<readonly string[]> {
  const { session } = await meeting.ask<Read>(who, read);
  return session.annotations.edges.map(({ node }) => node.text);
}

describe('annotations', () => {
  it('ROOM-6 are kept once with their topic and the session’s time', async () => {
    await using meeting = await underway();
    const input = { annotationId: newId(), text: ' Draw it first ' };
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => write(meeting, input)));
    expect(first).toEqual(
      jasmine.objectContaining({
        text: 'Draw it first',
        sessionMs: 5 * minuteMs,
        revision: 1,
        topic: { title: 'Halves' },
      }),
    );
    for (const answer of again) expect<Answer | undefined>(answer).toEqual(first);
    expect(await shown(meeting, 'learner')).toEqual(['Draw it first']);
  });

  it('ROOM-6 have the time at which they were written, though they were sent later', async () => {
    await using meeting = await underway();
    const writtenAt = new Date(meeting.startsAt + 2 * minuteMs).toISOString();
    const { sessionMs } = await write(meeting, { text: 'While offline', writtenAt });
    expect(sessionMs).toBe(2 * minuteMs);
  });

  it('ROOM-6 arrive at the learner, each change once and in order; private ones do not', async () => {
    await using meeting = await underway();
    const { api, cookies, sessionId } = meeting;
    const early = await write(meeting, { text: 'before' });
    await using stream = api.subscribe<{ annotationChanges: AnnotationView }>(
      follow,
      { sessionId, after: null },
      cookies.learner,
    );
    const next = async () => {
      const { text, withdrawnAt } = (await stream.nextData()).annotationChanges;
      return withdrawnAt === null ? text : `withdrawn ${text}`;
    };
    expect(await next()).toBe('before');
    await write(meeting, { text: 'secret', isPrivate: true });
    const { id } = await write(meeting, { text: 'shared', kind: 'HOMEWORK' });
    expect(await next()).toBe('shared');
    await change(meeting, { annotationId: id, revision: 1, text: 'shared better' });
    expect(await next()).toBe('shared better');
    await change(meeting, { annotationId: id, revision: 2, isPrivate: true });
    expect(await next()).toBe('withdrawn ');
    await change(meeting, { annotationId: id, revision: 3, isPrivate: false });
    expect(await next()).toBe('shared better');
    await takeBack(meeting, early.id);
    expect(await next()).toBe('withdrawn ');
    await write(meeting, { text: 'last' });
    expect(await next()).toBe('last');
    expect(await shown(meeting, 'learner')).toEqual(['shared better', 'last']);
    expect(await shown(meeting, 'mentor')).toEqual(['secret', 'shared better', 'last']);
  });

  it('ROOM-6 nobody hears from the session that something private was written', async () => {
    await using meeting = await underway();
    const { api, cookies, sessionId } = meeting;
    const events = `subscription ($sessionId: ID!, $after: Cursor) {
      sessionChanges(sessionId: $sessionId, after: $after) { event { type } } }`;
    interface Told {
      readonly sessionChanges: { readonly event: { readonly type: string } | null };
    }
    const { id } = await write(meeting, { text: 'secret', isPrivate: true });
    const { cursor } = await meeting.view('learner');
    const follow = (cookie: string) =>
      api.subscribe<Told>(events, { sessionId, after: cursor }, cookie);
    await using told = follow(cookies.learner);
    await using own = follow(cookies.mentor);
    await told.opened();
    await change(meeting, { annotationId: id, revision: 1, text: 'secret still' });
    await takeBack(meeting, id);
    await meeting.goes('learner');
    const types = async (stream: typeof told, count: number) => {
      const found: (string | undefined)[] = [];
      while (found.length < count) {
        found.push((await stream.nextData()).sessionChanges.event?.type);
      }
      return found;
    };
    expect(await types(told, 1)).toEqual(['CONNECTION_LEFT']);
    expect(await types(own, 3)).toEqual([
      'ANNOTATION_EDITED',
      'ANNOTATION_WITHDRAWN',
      'CONNECTION_LEFT',
    ]);
  });

  it('ROOM-6 go on behind a cursor, so that nothing is missed or told twice', async () => {
    await using meeting = await underway();
    const { api, cookies, sessionId } = meeting;
    const { cursor } = await write(meeting, { text: 'seen' });
    await write(meeting, { text: 'missed' });
    await using stream = api.subscribe<{ annotationChanges: AnnotationView }>(
      follow,
      { sessionId, after: cursor },
      cookies.mentor,
    );
    expect((await stream.nextData()).annotationChanges.text).toBe('missed');
  });

  it('ROOM-6 settle where two tabs edit at once: the later one is told what there is', async () => {
    await using meeting = await underway();
    const { id: annotationId } = await write(meeting, { text: 'first' });
    const texts = ['of one tab', 'of the other'];
    const answers = await Promise.all(
      texts.map((text) => change(meeting, { annotationId, revision: 1, text })),
    );
    const won = answers.find((answer) => answer.__typename === 'Annotation');
    const lost = answers.find((answer) => answer.__typename === 'AnnotationChanged');
    expect(won?.revision).toBe(2);
    expect(lost?.current?.text).toBe(won?.text ?? 'nothing');
    expect(await shown(meeting, 'learner')).toEqual([won?.text ?? 'nothing']);
    const again = await change(meeting, { annotationId, revision: 1, text: won?.text });
    expect(again.revision).toBe(2);
  });

  it('ROOM-6 keep nothing of what is withdrawn', async () => {
    await using meeting = await underway();
    const { id } = await write(meeting, { text: 'a mistake' });
    expect((await takeBack(meeting, id)).text).toBe('');
    expect((await takeBack(meeting, id)).revision).toBe(2);
    const { __typename } = await change(meeting, { annotationId: id, revision: 2, text: 'again' });
    expect(__typename).toBe('AnnotationGone');
    const rows = await meeting.api.app.database.fork().execute('select text from annotation');
    expect(rows).toEqual([{ text: '' }]);
  });

  it('ROOM-6 can be written and changed until a day after the session', async () => {
    await using meeting = await underway();
    const { id } = await write(meeting, { text: 'kept' });
    meeting.toMinute(60);
    await meeting.tick();
    expect((await write(meeting, { text: 'afterthought' })).sessionMs).toBe(40 * minuteMs);
    meeting.toMinute(60 + 24 * 60);
    expect((await write(meeting, { text: 'too late' })).__typename).toBe('AnnotationsClosed');
    const late = await change(meeting, { annotationId: id, revision: 1, text: 'too late' });
    expect(late.__typename).toBe('AnnotationsClosed');
    expect(await shown(meeting, 'learner')).toEqual(['kept', 'afterthought']);
  });

  it('ROOM-6 stay on a topic that is taken out of the plan, and are read page by page', async () => {
    await using meeting = await underway();
    const { session } = await meeting.ask<Read>('mentor', read);
    const [{ id: topicId } = { id: '' }, { id: other } = { id: '' }] = session.topics;
    for (const text of ['one', 'two']) await write(meeting, { text });
    await write(meeting, { text: 'elsewhere', topicId: other });
    await meeting.ask(
      'mentor',
      `mutation ($input: TopicInput!) { removeTopic(input: $input) { __typename } }`,
      { input: { sessionId: meeting.sessionId, topicId } },
    );
    const page = await meeting.ask<Read>('learner', read, { topicId, first: 1 });
    const { edges, pageInfo } = page.session.annotations;
    expect(edges.map(({ node }) => [node.text, node.topic?.title])).toEqual([['one', 'Halves']]);
    const rest = await meeting.ask<Read>('learner', read, { topicId, after: pageInfo.endCursor });
    expect(rest.session.annotations.edges.map(({ node }) => node.text)).toEqual(['two']);
  });

  it('ROOM-6 are the mentor’s alone to write', async () => {
    await using meeting = await underway();
    const input = {
      ...{ sessionId: meeting.sessionId, annotationId: newId(), kind: 'QUESTION' },
      ...{ isPrivate: false, text: 'mine' },
    };
    await expectAsync(meeting.ask('learner', annotate, { input })).toBeRejectedWithError(
      "You're not part of this session.",
    );
    expect((await write(meeting, { text: ' ' })).__typename).toBe('InvalidAnnotation');
    const nowhere = await write(meeting, { text: 'a', topicId: newId() });
    expect(nowhere.__typename).toBe('TopicGone');
  });
});
