import { expectAccessible } from '../testing/accessibility';
import { aCard, aPage, aViewer, leo, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { show, textOf } from '../testing/screen';
import {
  CoursePageDocument,
  type CoursePageQuery,
  CourseSessionsDocument,
  CoursesDocument,
} from './course-operations';
import { CoursePage } from './course-page';
import { CoursesPage } from './courses-page';

const course: CoursePageQuery['course'] = {
  id: 'algebra',
  title: 'Algebra',
  description: 'Numbers.\n\nAnd letters.',
  links: [{ title: 'The book', url: 'https://books.example/algebra' }],
  mentors: [mia],
  viewerCanEdit: false,
};

describe('CoursePage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn();
  });

  function open(parts: Partial<CoursePageQuery['course']> = {}, sessions = aPage([])) {
    scene.graphql.answer(CoursePageDocument, () => ({ course: { ...course, ...parts }, sessions }));
    return show(CoursePage, { id: 'algebra' });
  }

  it('PRE-12 ROOM-12 shows the content, the mentors to book with, and the past sessions', async () => {
    const screen = await open({}, aPage([aCard({ outcome: 'COMPLETED' })]));
    expect(screen.has('heading', 'Algebra')).toBe(true);
    expect(screen.text).toContain('And letters.');
    const link = screen.get('link', /The book/);
    expect(link.getAttribute('href')).toBe('https://books.example/algebra');
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(screen.get('link', /^Book Next Session/).getAttribute('href')).toBe(
      '/book/mia?course=algebra',
    );
    expect(textOf(screen.get('list', 'Your past sessions'))).toContain('Session Completed');
    await expectAccessible(screen);
  });

  it('PRE-12 shows more of the past', async () => {
    const screen = await open({}, aPage([aCard({ outcome: 'COMPLETED' })], 'cursor-1'));
    scene.graphql.answer(CourseSessionsDocument, () => ({
      sessions: aPage([aCard({ id: 'older', title: 'Sums', outcome: 'INCOMPLETE' })]),
    }));
    await screen.press('button', 'Show more');
    expect(screen.text).toContain('Sums');
    expect(scene.graphql.calls(CourseSessionsDocument)).toEqual([
      { id: 'algebra', first: 8, after: 'cursor-1' },
    ]);
  });

  it('PRE-12 a course of which nothing is known yet says so', async () => {
    const screen = await open({ description: '', links: [], mentors: [] });
    expect(screen.text).toContain('Nothing has been added to this course yet.');
    expect(screen.text).toContain('Nobody offers sessions in it yet.');
    expect(screen.text).toContain('Your sessions in this course are kept here');
    await expectAccessible(screen);
  });

  it('PRE-12 a mentor schedules in place of booking', async () => {
    await scene.signIn(aViewer({ roles: ['MENTOR'], person: mia }));
    const screen = await open({ mentors: [mia, { ...leo, id: 'lea', displayName: 'Lea Lehrer' }] });
    expect(screen.has('link', /^Book Next Session/)).toBe(false);
    expect(screen.text).toContain('Lea Lehrer');
    expect(screen.get('link', 'Schedule a session').getAttribute('href')).toBe(
      '/schedule?course=algebra',
    );
    await expectAccessible(screen);
  });

  it('PRE-12 leads those who may to where it is edited', async () => {
    const screen = await open();
    expect(screen.has('link', 'Edit course')).toBe(false);
    const again = await open({ viewerCanEdit: true });
    expect(again.get('link', 'Edit course').getAttribute('href')).toBe('/course/algebra/edit');
    await expectAccessible(again);
  });

  it('FAIL-10 says that there is no such course, or that it cannot connect', async () => {
    scene.graphql.refuse(CoursePageDocument, 'unreachable');
    const screen = await show(CoursePage, { id: 'algebra' });
    expect(screen.has('heading', 'Unable to connect.')).toBe(true);
    scene.graphql.refuse(CoursePageDocument, 'not-found');
    await screen.press('button', 'Retry');
    expect(screen.has('heading', 'There is no such course.')).toBe(true);
    await expectAccessible(screen);
  });
});

describe('CoursesPage', () => {
  it('PRE-12 lists the courses, each with the way to it', async () => {
    const scene = new Scene();
    scene.graphql.refuse(CoursesDocument, 'unreachable');
    const screen = await show(CoursesPage);
    scene.graphql.answer(CoursesDocument, () => ({
      courses: [{ id: 'algebra', title: 'Algebra', description: 'Numbers.' }],
    }));
    await screen.press('button', 'Retry');
    expect(screen.get('link', /Algebra/).getAttribute('href')).toBe('/course/algebra');
    expect(screen.has('link', 'New course')).toBe(false);
    await scene.signIn(aViewer({ roles: ['MENTOR'] }));
    await screen.settle();
    expect(screen.get('link', 'New course').getAttribute('href')).toBe('/courses/new');
    await expectAccessible(screen);
  });
});
