import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
/** A Monday at 07:10 in Berlin. */
const monday = Date.UTC(2026, 10, 23, 6, 10);

const set = `mutation ($input: SetAvailabilityInput!) { setAvailability(input: $input) { __typename
  ... on Availability { timeZone sessionMinutes courses { id } weekly { weekday hours { from to } }
    exceptions { date hours { from to } } mentor { id } } ... on InvalidAvailability { field } } }`;
const slots = `query ($mentorId: ID!, $from: DateTime!, $to: DateTime!) {
  freeSlots(mentorId: $mentorId, from: $from, to: $to) { startsAt endsAt } }`;
const book = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { __typename
  ... on Session { id title viewerRole clock { startsAt endsAt } topics { title } }
  ... on InvalidSchedule { field } ... on PersonBusy { personId } } }`;

interface Booked {
  readonly bookSession: {
    readonly __typename: string;
    readonly id?: string;
    readonly field?: string;
    readonly personId?: string;
  };
}

/** The mentor has time on Mondays from 9 to 12 in Berlin, an hour for each session. */
async function open(changes: object = {}, settings: Record<string, string> = {}) {
  const meeting = await Meeting.plan(settings);
  meeting.clock.setTo(monday);
  const { course } = await meeting.api.app.sessions.courses.ensure({
    title: 'Algebra',
    description: '',
  });
  const input = { ...hoursFor(course.id), ...changes };
  const { setAvailability } = await meeting.ask<{ setAvailability: { __typename: string } }>(
    'mentor',
    set,
    { input },
  );
  expect(setAvailability.__typename).toBe('Availability');
  return { meeting, courseId: course.id };
}

function hoursFor(courseId: string) {
  return {
    timeZone: 'Europe/Berlin',
    sessionMinutes: 60,
    noticeMinutes: 60,
    horizonDays: 30,
    courseIds: [courseId],
    weekly: [{ weekday: 'MONDAY', hours: [{ from: '09:00', to: '12:00' }] }],
    exceptions: [] as object[],
  };
}

async function startsOf(meeting: Meeting, days = 7, who: 'mentor' | 'learner' = 'learner') {
  const { freeSlots } = await meeting.ask<{ freeSlots: { startsAt: string }[] }>(who, slots, {
    mentorId: meeting.people.mentor.id,
    from: iso(monday),
    to: iso(monday + days * dayMs),
  });
  return freeSlots.map(({ startsAt }) => startsAt);
}

async function books(meeting: Meeting, input: object, cookie = meeting.cookies.learner) {
  const wanted = { mentorId: meeting.people.mentor.id, ...input };
  return (await meeting.api.ask<Booked>(book, { input: wanted }, cookie)).bookSession;
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

const nine = iso(Date.UTC(2026, 10, 23, 8));
const ten = iso(Date.UTC(2026, 10, 23, 9));
const eleven = iso(Date.UTC(2026, 10, 23, 10));

describe('availability', () => {
  it('PRE-12 keeps a mentor’s hours and offers them as slots', async () => {
    const { meeting, courseId } = await open({
      exceptions: [{ date: '2026-11-30', hours: [] }],
    });
    await using _ = meeting;
    expect(await startsOf(meeting, 14)).toEqual([nine, ten, eleven]);
    const query = `{ availability { timeZone courses { id } exceptions { date hours { from } } } }`;
    expect(await meeting.ask('mentor', query)).toEqual({
      availability: {
        timeZone: 'Europe/Berlin',
        courses: [{ id: courseId }],
        exceptions: [{ date: '2026-11-30', hours: [] }],
      },
    });
  });

  it('PRE-12 leaves out the sessions of the mentor and of the learner who asks', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const { api, people } = meeting;
    const other = await api.addPerson(['LEARNER', 'MENTOR']);
    const plan = { courseId, title: 'x', topics: [] };
    await api.app.sessions.schedule.run({
      ...plan,
      mentorId: people.mentor.id,
      learnerId: other.id,
      startsAt: Date.parse(nine) + 30 * minuteMs,
      endsAt: Date.parse(ten),
    });
    await api.app.sessions.schedule.run({
      ...plan,
      mentorId: other.id,
      learnerId: people.learner.id,
      startsAt: Date.parse(eleven),
      endsAt: Date.parse(eleven) + hourMs,
    });
    expect(await startsOf(meeting)).toEqual([ten]);
    expect(await startsOf(meeting, 7, 'mentor')).toEqual([ten, eleven]);
  });

  it('PRE-12 offers nothing in a year that is far away', async () => {
    const { meeting } = await open();
    await using _ = meeting;
    for (const year of ['0001', '9999']) {
      const { freeSlots } = await meeting.ask<{ freeSlots: object[] }>('learner', slots, {
        mentorId: meeting.people.mentor.id,
        from: `${year}-01-01T00:00:00.000Z`,
        to: `${year}-02-01T00:00:00.000Z`,
      });
      expect(freeSlots).toEqual([]);
    }
  });

  it('PRE-12 says what is wrong with the hours', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const fieldOf = async (changes: object) => {
      const input = { ...hoursFor(courseId), ...changes };
      const answer = await meeting.ask<{ setAvailability: { field?: string } }>('mentor', set, {
        input,
      });
      return answer.setAvailability.field;
    };
    expect(await fieldOf({ timeZone: 'Mars/Base' })).toBe('timeZone');
    expect(await fieldOf({ courseIds: [newId()] })).toBe('courseIds');
    const late = { weekday: 'FRIDAY', hours: [{ from: '10:00', to: '09:00' }] };
    expect(await fieldOf({ weekly: [late] })).toBe('weekly.FRIDAY');
  });

  it('PRE-12 is the mentor’s own, and asked about for two months at the most', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const codeOf = async (query: string, variables: object) =>
      (await meeting.api.http(query, { ...variables }, meeting.cookies.learner)).errors[0]
        ?.extensions['code'];
    expect(await codeOf(set, { input: hoursFor(courseId) })).toBe('FORBIDDEN');
    const question = { mentorId: meeting.people.mentor.id, from: iso(monday) };
    expect(await codeOf(slots, { ...question, to: iso(monday + 63 * dayMs) })).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('booking', () => {
  it('PRE-12 books a free slot for the learner', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    expect(await books(meeting, { courseId, startsAt: ten, topics: ['Roots'] })).toEqual(
      jasmine.objectContaining({
        __typename: 'Session',
        title: 'Algebra',
        viewerRole: 'LEARNER',
        clock: { startsAt: ten, endsAt: eleven },
        topics: [{ title: 'Roots' }],
      }),
    );
    expect(await startsOf(meeting)).toEqual([nine, eleven]);
  });

  it('PRE-12 books nothing that is not offered', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const nameOf = async (input: object) =>
      (await books(meeting, { courseId, ...input })).__typename;
    expect(await nameOf({ startsAt: iso(Date.parse(ten) + minuteMs) })).toBe('SlotTaken');
    expect(await nameOf({ startsAt: iso(Date.parse(nine) + dayMs) })).toBe('SlotTaken');
    meeting.clock.setTo(Date.parse(nine) - 59 * minuteMs);
    expect(await nameOf({ startsAt: nine })).toBe('SlotTaken');
    expect((await books(meeting, { courseId: newId(), startsAt: ten })).field).toBe('courseId');
    const mentorId = meeting.people.learner.id;
    expect((await books(meeting, { courseId, startsAt: ten, mentorId })).field).toBe('mentorId');
  });

  it('PRE-12 books no more than the setting allows with one mentor, until one is over', async () => {
    const { meeting, courseId } = await open({}, { BOOKINGS_PER_LEARNER: '2' });
    await using _ = meeting;
    const nameOf = async (startsAt: string) =>
      (await books(meeting, { courseId, startsAt })).__typename;
    const answers = await Promise.all([nine, ten, eleven].map((startsAt) => nameOf(startsAt)));
    expect(answers.toSorted()).toEqual(['InvalidSchedule', 'Session', 'Session']);
    meeting.clock.setTo(Date.parse(ten));
    expect(await nameOf(iso(Date.parse(nine) + 7 * dayMs))).toBe('Session');
  });

  it('PRE-12 books once when the same booking is sent again', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const sessionId = newId();
    const input = { courseId, startsAt: ten, sessionId };
    const answers = await Promise.all([1, 2, 3].map(() => books(meeting, input)));
    expect(answers.map(({ id }) => id)).toEqual([sessionId, sessionId, sessionId]);
    expect(await startsOf(meeting)).toEqual([nine, eleven]);
  });

  it('PRE-12 says so when the learner is the one who is busy', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const { api, people } = meeting;
    const other = await api.addPerson(['MENTOR']);
    await api.app.sessions.schedule.run({
      courseId,
      mentorId: other.id,
      learnerId: people.learner.id,
      title: 'x',
      topics: [],
      startsAt: Date.parse(ten),
      endsAt: Date.parse(eleven),
    });
    expect(await books(meeting, { courseId, startsAt: ten })).toEqual(
      jasmine.objectContaining({ __typename: 'PersonBusy', personId: people.learner.id }),
    );
  });

  it('PRE-11 books nobody twice when many book in the same instant', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const others = await Promise.all(
      Array.from({ length: 5 }, () => meeting.api.addPerson(['LEARNER'])),
    );
    const cookies = await Promise.all(others.map(({ id }) => meeting.api.signInAs(id)));
    const answers = await Promise.all(
      [meeting.cookies.learner, ...cookies].map((cookie) =>
        books(meeting, { courseId, startsAt: ten }, cookie),
      ),
    );
    expect(answers.map((one) => one.__typename).sort()).toEqual([
      'Session',
      ...Array.from({ length: 5 }, () => 'SlotTaken'),
    ]);
  });

  it('PRE-11 books nobody twice when the mentor plans while a learner books', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const { api, people } = meeting;
    const others = await Promise.all([1, 2, 3].map(() => api.addPerson(['LEARNER'])));
    const plans = others.map(({ id }) =>
      api.app.sessions.schedule.run({
        courseId,
        mentorId: people.mentor.id,
        learnerId: id,
        title: 'x',
        topics: [],
        startsAt: Date.parse(ten) + 15 * minuteMs,
        endsAt: Date.parse(eleven),
      }),
    );
    const [booked, ...planned] = await Promise.all([
      books(meeting, { courseId, startsAt: ten }),
      ...plans,
    ]);
    const won = [
      booked.__typename === 'Session',
      ...planned.map((answer) => 'sessionId' in answer),
    ];
    expect(won.filter(Boolean).length).toBe(1);
  });

  it('PRE-11 is refused by the database itself where nothing else would', async () => {
    const { meeting } = await open();
    await using _ = meeting;
    const { database } = meeting.api.app;
    const again = database.fork().execute(
      `insert into session (id, course_id, title, mentor_id, learner_id, starts_at, ends_at, status,
          created_at, changed_at)
        select gen_random_uuid(), course_id, title, learner_id, mentor_id,
          starts_at + interval '10 minutes', ends_at, 'SCHEDULED', created_at, changed_at
        from session`,
    );
    await expectAsync(again).toBeRejectedWithError(/booking_once/);
  });

  it('FAIL-10 is for learners', async () => {
    const { meeting, courseId } = await open();
    await using _ = meeting;
    const input = { mentorId: meeting.people.mentor.id, courseId, startsAt: ten };
    const { errors } = await meeting.api.http(book, { input }, meeting.cookies.mentor);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  });
});
