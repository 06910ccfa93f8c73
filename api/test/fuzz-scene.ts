import { newId } from '../src/platform/ids.ts';
import type { Known } from './fuzz-values.ts';
import { Meeting, minuteMs } from './meeting.ts';
import { agree, said, write } from './transcript-scene.ts';

/** Words that only some may ever read, and who must not. */
const secrets = {
  chat: 'whispered in the chat of two',
  mentorNote: 'noted by the mentor for herself',
  learnerNote: 'noted by the learner for himself',
  annotation: 'annotated by the mentor in private',
} as const;

/** Somebody who asks, and the words that they must never be told. */
export interface Asker {
  readonly name: string;
  readonly cookie: string | undefined;
  readonly unseen: readonly string[];
}

export interface FuzzScene {
  readonly meeting: Meeting;
  readonly askers: readonly Asker[];
  readonly known: Known;
}

/** A session that is going on with something in it, some more to come, and people of every kind. */
export async function fuzzScene(): Promise<FuzzScene> {
  const meeting = await Meeting.plan({}, {}, 0);
  await meeting.comes('mentor');
  await meeting.comes('learner');
  const { course, topicIds } = await fill(meeting);
  const others = await Promise.all([1, 2, 3, 4].map((day) => another(meeting, course.id, day)));
  return { meeting, askers: await askersOf(meeting), known: knownOf() };

  function knownOf(): Known {
    const { mentor, learner } = meeting.people;
    const sessionIds = [meeting.sessionId, meeting.sessionId, meeting.sessionId, ...others];
    const people = [mentor.id, learner.id];
    const at = (days: number, minutes = 0) =>
      new Date(meeting.startsAt + (days * 1440 + minutes) * minuteMs).toISOString();
    return {
      sessionId: sessionIds,
      id: [...sessionIds, course.id, ...people],
      courseId: [course.id],
      courseIds: [course.id],
      mentorId: people,
      learnerId: people,
      personId: people,
      topicId: topicIds,
      afterId: topicIds,
      times: [at(0), at(0, 10), at(5), at(5, 30), at(6), at(6, 45), at(-2)],
    };
  }
}

interface Filled {
  readonly course: { readonly id: string };
  readonly topicIds: readonly string[];
}

async function fill(meeting: Meeting): Promise<Filled> {
  const { session } = await meeting.ask<{
    session: { course: { id: string }; topics: readonly { id: string }[] };
  }>(
    'mentor',
    `query ($sessionId: ID!) { session(id: $sessionId) { course { id } topics { id } } }`,
  );
  await tell(meeting, 'mentor', 'SendMessage', { messageId: newId(), text: secrets.chat });
  await tell(meeting, 'mentor', 'SaveNotes', { revision: 0, text: secrets.mentorNote });
  await tell(meeting, 'learner', 'SaveNotes', { revision: 0, text: secrets.learnerNote });
  await tell(meeting, 'mentor', 'Annotate', {
    ...{ annotationId: newId(), isPrivate: true, kind: 'INSIGHT', text: secrets.annotation },
  });
  await agree(meeting);
  await write(meeting, said(meeting, 'Good to see you'));
  return { course: session.course, topicIds: session.topics.map(({ id }) => id) };
}

async function tell(meeting: Meeting, who: 'mentor' | 'learner', name: string, more: object) {
  const field = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  await meeting.ask(
    who,
    `mutation ($input: ${name}Input!) { ${field}(input: $input) { __typename } }`,
    { input: { sessionId: meeting.sessionId, ...more } },
  );
}

async function another(meeting: Meeting, courseId: string, day: number): Promise<string> {
  const startsAt = meeting.startsAt + day * 1440 * minuteMs;
  const answer = await meeting.api.app.sessions.schedule.run({
    ...{ courseId, mentorId: meeting.people.mentor.id, learnerId: meeting.people.learner.id },
    ...{ title: `Day ${String(day)}`, startsAt, endsAt: startsAt + 30 * minuteMs, topics: [] },
  });
  if (!('sessionId' in answer)) throw new Error('the session was not planned');
  return answer.sessionId;
}

async function askersOf({ api, cookies }: Meeting): Promise<readonly Asker[]> {
  const all = Object.values(secrets);
  const { mentorNote, learnerNote, annotation } = secrets;
  const come = async (role: 'LEARNER' | 'MENTOR' | 'ADMIN', name: string) =>
    api.signInAs((await api.addPerson([role], name)).id);
  return [
    { name: 'nobody', cookie: undefined, unseen: all },
    { name: 'stranger', cookie: await come('LEARNER', 'Sam Stranger'), unseen: all },
    { name: 'colleague', cookie: await come('MENTOR', 'Olga Other'), unseen: all },
    { name: 'learner', cookie: cookies.learner, unseen: [mentorNote, annotation] },
    { name: 'mentor', cookie: cookies.mentor, unseen: [learnerNote] },
    {
      name: 'admin',
      cookie: await come('ADMIN', 'Ada Admin'),
      unseen: [mentorNote, learnerNote, annotation],
    },
  ];
}
