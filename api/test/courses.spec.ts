import { newId } from '../src/platform/ids.ts';
import { Meeting, minuteMs } from './meeting.ts';

const save = `mutation ($input: SaveCourseInput!) { saveCourse(input: $input) { __typename
  ... on Course { id title description links { title url } } ... on InvalidCourse { field } } }`;
const one = `query ($id: ID!) { course(id: $id) { title description links { title url }
  mentors { id displayName } } }`;

interface Saved {
  readonly saveCourse: {
    readonly __typename: string;
    readonly id?: string;
    readonly field?: string;
  };
}

const wanted = {
  title: 'Geometry',
  description: 'Lines and circles.',
  links: [{ title: 'Book', url: 'https://example.com/geometry' }],
};

async function saved(meeting: Meeting, changes: object = {}) {
  const input = { ...wanted, ...changes };
  return (await meeting.ask<Saved>('mentor', save, { input })).saveCourse;
}

describe('courses', () => {
  it('PRE-12 are added and changed by mentors, and read by everybody', async () => {
    await using meeting = await Meeting.plan();
    const { id } = await saved(meeting);
    expect(await meeting.ask('learner', one, { id })).toEqual({
      course: { ...wanted, mentors: [] },
    });
    await saved(meeting, { id, title: 'Geometry II', links: [] });
    expect(await meeting.ask('learner', one, { id })).toEqual({
      course: { ...wanted, title: 'Geometry II', links: [], mentors: [] },
    });
  });

  it('PRE-12 name who teaches them: who offers time for them, or has had sessions', async () => {
    await using meeting = await Meeting.plan();
    const { api, people } = meeting;
    const { course } = await api.app.sessions.courses.ensure({ title: 'Algebra', description: '' });
    const other = await api.addPerson(['MENTOR'], 'Bo Berg');
    const hours = { timeZone: 'UTC', sessionMinutes: 30, noticeMinutes: 0, horizonDays: 7 };
    await api.app.scheduling.setAvailability.run(other.id, {
      ...hours,
      courseIds: [course.id],
      weekly: [],
      exceptions: [],
    });
    const { course: found } = await meeting.ask<{ course: object }>('learner', one, {
      id: course.id,
    });
    expect(found).toEqual(
      jasmine.objectContaining({
        mentors: [
          { id: other.id, displayName: 'Bo Berg' },
          { id: people.mentor.id, displayName: 'Maya Lindqvist' },
        ],
      }),
    );
  });

  it('PRE-12 are changed only by administrators, who made them, and who has sessions of them', async () => {
    await using meeting = await Meeting.plan();
    const { api } = meeting;
    const { course } = await api.app.sessions.courses.ensure({ title: 'Algebra', description: '' });
    const made = await saved(meeting);
    const other = await api.addPerson(['MENTOR'], 'Bo Berg');
    const offered = [course.id, made.id ?? ''];
    await api.app.scheduling.setAvailability.run(other.id, {
      ...{ timeZone: 'UTC', sessionMinutes: 30, noticeMinutes: 0, horizonDays: 7 },
      ...{ courseIds: offered, weekly: [], exceptions: [] },
    });
    const cookies = {
      ...meeting.cookies,
      other: await api.signInAs(other.id),
      admin: await api.signInAs((await api.addPerson(['ADMIN'])).id),
    };
    const editable = async (who: keyof typeof cookies) => {
      const query = '{ courses { id viewerCanEdit } }';
      interface Courses {
        readonly courses: readonly { readonly id: string; readonly viewerCanEdit: boolean }[];
      }
      const { courses } = await api.ask<Courses>(query, {}, cookies[who]);
      return courses.filter(({ viewerCanEdit }) => viewerCanEdit).map(({ id }) => id);
    };
    const both = jasmine.arrayWithExactContents([course.id, made.id]);
    expect(await editable('mentor')).toEqual(both);
    expect(await editable('admin')).toEqual(both);
    expect(await editable('other')).toEqual([]);
    expect(await editable('learner')).toEqual([]);
    const input = { ...wanted, id: made.id, title: 'Mine now' };
    const { errors } = await api.http(save, { input }, cookies.other);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
    await api.ask(save, { input: { ...input, title: 'Geometry I' } }, cookies.admin);
    const { course: kept } = await meeting.ask<{ course: { title: string } }>('learner', one, {
      id: made.id,
    });
    expect(kept.title).toBe('Geometry I');
  });

  it('PRE-12 say what is wrong with them', async () => {
    await using meeting = await Meeting.plan();
    expect((await saved(meeting, { title: '' })).field).toBe('title');
    const links = [{ title: 'Book', url: 'http://example.com' }];
    expect((await saved(meeting, { links })).field).toBe('links.0.url');
  });

  it('FAIL-10 are not saved by learners, and not found where there are none', async () => {
    await using meeting = await Meeting.plan();
    const { api, cookies } = meeting;
    const codeOf = async (who: 'mentor' | 'learner', query: string, variables: object) =>
      (await api.http(query, { ...variables }, cookies[who])).errors[0]?.extensions['code'];
    expect(await codeOf('learner', save, { input: wanted })).toBe('FORBIDDEN');
    expect(await codeOf('mentor', save, { input: { ...wanted, id: newId() } })).toBe('NOT_FOUND');
    expect(await codeOf('learner', one, { id: newId() })).toBe('NOT_FOUND');
    expect(await codeOf('learner', one, { id: 'nothing' })).toBe('NOT_FOUND');
  });

  it('PRE-12 show their sessions apart from those of others', async () => {
    await using meeting = await Meeting.plan();
    const { app } = meeting.api;
    const { course } = await app.sessions.courses.ensure({ title: 'Geometry', description: '' });
    const startsAt = meeting.startsAt + 120 * minuteMs;
    await app.sessions.schedule.run({
      courseId: course.id,
      mentorId: meeting.people.mentor.id,
      learnerId: meeting.people.learner.id,
      title: 'Circles',
      startsAt,
      endsAt: startsAt + 30 * minuteMs,
      topics: [],
    });
    const query = `query ($courseId: ID) { sessions(filter: UPCOMING, courseId: $courseId) {
      edges { node { title } } } }`;
    const titles = async (courseId: string | null) => {
      interface Page {
        sessions: { edges: { node: { title: string } }[] };
      }
      const { sessions } = await meeting.ask<Page>('learner', query, { courseId });
      return sessions.edges.map(({ node }) => node.title);
    };
    expect(await titles(course.id)).toEqual(['Circles']);
    expect(await titles(null)).toEqual(['Fractions', 'Circles']);
    const refused = titles('nothing');
    await expectAsync(refused).toBeRejectedWithError(/not an identifier/);
  });
});
