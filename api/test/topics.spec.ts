import { newId } from '../src/platform/ids.ts';
import { topicLimit } from '../src/topics/topic-limits.ts';
import { type PlanTold, replayPlan } from '../src/topics/domain/topic-plan.ts';
import { Meeting, minuteMs } from './meeting.ts';

interface TopicView {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly activeMs: number;
  readonly position: number;
}

interface Changed {
  readonly changed: {
    readonly __typename: string;
    readonly message?: string;
    readonly topics?: readonly TopicView[];
  };
}

const answer = `__typename ... on Problem { message }
  ... on Session { topics { id title state activeMs position } }`;
const read = `query ($sessionId: ID!) { session(id: $sessionId) {
  topics { id title state activeMs position } } }`;
const follow = `subscription ($sessionId: ID!, $after: Cursor) {
  sessionChanges(sessionId: $sessionId, after: $after) {
    event { type } session { topics { title state } } } }`;

/** What the mentor does with the plan, by the name of the mutation. */
function change(
  meeting: Meeting,
  name: string,
  input: object,
  who: 'mentor' | 'learner' = 'mentor',
) {
  const type = /^(add|rename|move)/.exec(name)
    ? `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    : 'TopicInput';
  const mutation = `mutation ($input: ${type}!) { changed: ${name}(input: $input) { ${answer} } }`;
  return meeting.ask<Changed>(who, mutation, { input: { sessionId: meeting.sessionId, ...input } });
}

async function topics(
  meeting: Meeting,
  who: 'mentor' | 'learner' = 'learner',
): Promise<readonly TopicView[]> {
  return (await meeting.ask<{ session: { topics: TopicView[] } }>(who, read)).session.topics;
}

async function idOf(meeting: Meeting, title: string): Promise<string> {
  return (await topics(meeting)).find((topic) => topic.title === title)?.id ?? '';
}

function short(list: readonly TopicView[]): readonly string[] {
  return list.map(({ title, state, activeMs }) =>
    [title, state, String(activeMs / minuteMs)].join(' '),
  );
}

/** What the log says of the plan, and what the table has of it. */
async function planOf(meeting: Meeting): Promise<{ told: unknown; kept: unknown }> {
  const em = meeting.api.app.database.fork();
  const events = await em.execute<PlanTold[]>(
    `select type, floor(extract(epoch from at) * 1000)::float8 as at, payload from session_event
      where session_id = ? and (type like 'TOPIC_%' or type = 'SESSION_STARTED') order by seq`,
    [meeting.sessionId],
  );
  const plan = replayPlan(events);
  const kept = await em.execute(
    `select id, title, floor(extract(epoch from done_at) * 1000)::float8 as "doneAt",
        floor(extract(epoch from removed_at) * 1000)::float8 as "removedAt", spells,
        is_current as "isCurrent"
      from topic where session_id = ? order by position`,
    [meeting.sessionId],
  );
  const told = plan.topics.map((topic) => ({ ...topic, isCurrent: topic.id === plan.currentId }));
  return { told, kept };
}

describe('the plan of topics', () => {
  it('ROOM-5 is changed by the mentor, before and during the session, and kept with its time', async () => {
    await using meeting = await Meeting.plan();
    await change(meeting, 'addTopic', { topicId: newId(), title: ' Sixths ' });
    meeting.toMinute(0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    meeting.toMinute(5);
    expect(short(await topics(meeting))).toEqual([
      'Halves CURRENT 5',
      'Thirds PLANNED 0',
      'Sixths PLANNED 0',
    ]);
    await change(meeting, 'finishTopic', { topicId: await idOf(meeting, 'Halves') });
    await change(meeting, 'addTopic', { topicId: newId(), title: 'Fourths', afterId: null });
    await meeting.goes('learner');
    meeting.toMinute(9);
    await meeting.comes('learner', 'learner-2');
    meeting.toMinute(12);
    expect(short(await topics(meeting))).toEqual([
      'Fourths PLANNED 0',
      'Halves DONE 5',
      'Thirds CURRENT 3',
      'Sixths PLANNED 0',
    ]);
    await change(meeting, 'startTopic', { topicId: await idOf(meeting, 'Fourths') });
    await change(meeting, 'removeTopic', { topicId: await idOf(meeting, 'Sixths') });
    meeting.toMinute(13);
    await meeting.ask(
      'mentor',
      `mutation ($sessionId: ID!) {
      endSession(input: { sessionId: $sessionId }) { __typename } }`,
    );
    meeting.toMinute(90);
    expect(short(await topics(meeting))).toEqual([
      'Fourths CURRENT 1',
      'Halves DONE 5',
      'Thirds PLANNED 3',
    ]);
    const { changed } = await change(meeting, 'addTopic', { topicId: newId(), title: 'Late' });
    expect(changed.__typename).toBe('SessionAlreadyEnded');
    const { told, kept } = await planOf(meeting);
    expect(told).toEqual(kept);
  });

  it('ROOM-5 is the same for two tabs that change it at once, for the log and for the table', async () => {
    await using meeting = await Meeting.plan({}, {}, 0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    const [first = '', second = ''] = (await topics(meeting)).map(({ id }) => id);
    const added = newId();
    const does = (name: string, input: object) => change(meeting, name, input);
    await Promise.all([
      does('addTopic', { topicId: added, title: 'New', afterId: first }),
      does('addTopic', { topicId: added, title: 'New', afterId: first }),
      does('moveTopic', { topicId: second, afterId: null }),
      does('finishTopic', { topicId: first }),
      does('finishTopic', { topicId: first }),
      does('renameTopic', { topicId: second, title: 'Third parts' }),
    ]);
    await Promise.all([
      does('removeTopic', { topicId: second }),
      does('startTopic', { topicId: added }),
      does('moveTopic', { topicId: added, afterId: second }),
    ]);
    await does('restoreTopic', { topicId: second });
    const seen = await topics(meeting, 'mentor');
    expect(await topics(meeting, 'learner')).toEqual(seen);
    expect(seen.map(({ title }) => title)).toEqual(['Third parts', 'New', 'Halves']);
    expect(seen.map(({ position }) => position)).toEqual([0, 1, 2]);
    const { told, kept } = await planOf(meeting);
    expect(told).toEqual(kept);
  });

  it('ROOM-5 arrives live at the learner', async () => {
    await using meeting = await Meeting.plan({}, {}, 0);
    await meeting.comes('mentor');
    await meeting.comes('learner');
    const { api, cookies, sessionId } = meeting;
    await using stream = api.subscribe<{
      sessionChanges: { event: { type: string } | null; session: { topics: TopicView[] } };
    }>(follow, { sessionId, after: (await meeting.view('learner')).cursor }, cookies.learner);
    await stream.opened();
    await change(meeting, 'finishTopic', { topicId: await idOf(meeting, 'Halves') });
    const { sessionChanges } = await stream.nextWhere(
      (data) => data.sessionChanges.event?.type === 'TOPIC_DONE',
    );
    expect(sessionChanges.session.topics).toEqual([
      { title: 'Halves', state: 'DONE' },
      { title: 'Thirds', state: 'CURRENT' },
    ] as never);
  });

  it('ROOM-5 is the mentor’s alone to change', async () => {
    await using meeting = await Meeting.plan();
    const topicId = await idOf(meeting, 'Halves');
    await expectAsync(change(meeting, 'finishTopic', { topicId }, 'learner')).toBeRejectedWithError(
      "You're not part of this session.",
    );
  });

  it('ROOM-5 says why a change is not made', async () => {
    await using meeting = await Meeting.plan();
    const told = async (name: string, input: object) =>
      (await change(meeting, name, input)).changed.__typename;
    expect(await told('renameTopic', { topicId: newId(), title: 'a' })).toBe('TopicGone');
    expect(await told('addTopic', { topicId: newId(), title: ' ' })).toBe('InvalidTopic');
    const topicId = await idOf(meeting, 'Halves');
    expect(await told('moveTopic', { topicId, afterId: newId() })).toBe('InvalidTopic');
    await expectAsync(told('addTopic', { topicId: 'x', title: 'a' })).toBeRejected();
  });

  it('API-5 is not changed without end', async () => {
    await using meeting = await Meeting.plan();
    const topicId = await idOf(meeting, 'Halves');
    const rename = (title: string) => change(meeting, 'renameTopic', { topicId, title });
    for (let count = 0; count < topicLimit.most; count += 20) {
      await Promise.all(Array.from({ length: 20 }, () => rename('Halves')));
    }
    await expectAsync(rename('Once more')).toBeRejectedWithError(/Too many requests/);
  });
});
