import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ViewerStore } from '../account/viewer-store';
import { calledAway } from '../platform/called-away';
import { expectAccessible } from '../testing/accessibility';
import { aViewer, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, settled, show } from '../testing/screen';
import { CourseEditPage } from './course-edit-page';
import {
  CourseToEditDocument,
  type CourseToEditQuery,
  SaveCourseDocument,
} from './course-operations';
import { savedOrGivenUp } from './unsaved-guard';

const book = { title: 'The book', url: 'https://books.example' };
const policies = { transcriptConsent: 'ALWAYS_ASK', recordingConsent: 'ON_REQUEST' } as const;
const kept = { keepsTranscript: true, keepsChat: true, ...policies };
const course: CourseToEditQuery['course'] = {
  id: 'algebra',
  title: 'Algebra',
  description: 'Numbers.',
  links: [book],
  keepsTranscript: true,
  keepsChat: true,
  ...policies,
  viewerCanEdit: true,
};

/** A page of another address. */
@Component({ selector: 'pl-other-page', template: '' })
class Elsewhere {}

describe('CourseEditPage', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = new Scene();
    await scene.signIn(aViewer({ roles: ['MENTOR'], person: mia }));
    scene.graphql.answer(SaveCourseDocument, ({ input }) => ({
      saveCourse: { __typename: 'Course' as const, id: input.id ?? 'new-one' },
    }));
  });

  function edit(parts: Partial<CourseToEditQuery['course']> = {}) {
    scene.graphql.answer(CourseToEditDocument, () => ({ course: { ...course, ...parts } }));
    return show(CourseEditPage, { id: 'algebra' });
  }

  function saved() {
    return scene.graphql.calls(SaveCourseDocument).map(({ input }) => input);
  }

  /** Whether the page lets go; asks nobody where nothing would be lost. */
  function leave(screen: Screen<CourseEditPage>) {
    return Promise.resolve(TestBed.runInInjectionContext(() => savedOrGivenUp(screen.component)));
  }

  it('PRE-12 makes a new course and goes to it', async () => {
    const screen = await show(CourseEditPage);
    expect(screen.has('heading', 'New course')).toBe(true);
    await screen.type('Title', ' Geometry ');
    await screen.type('Description (optional)', 'Shapes.');
    await screen.press('button', 'Add a link');
    await screen.type('Name of link 1', 'The film');
    await screen.type('Address of link 1', 'films.example/shapes');
    await expectAccessible(screen);
    await screen.press('button', 'Create course');
    const links = [{ title: 'The film', url: 'https://films.example/shapes' }];
    expect(saved()).toEqual([
      { id: null, title: 'Geometry', description: 'Shapes.', links, ...kept },
    ]);
    expect(TestBed.inject(Router).url).toBe('/course/new-one');
    expect(await leave(screen)).toBe(true);
  });

  it('PRE-12 changes a course', async () => {
    const screen = await edit();
    expect(screen.field('Title').value).toBe('Algebra');
    expect(screen.field('Address of link 1').value).toBe('https://books.example');
    await screen.type('Description (optional)', 'Numbers and letters.');
    await screen.press('button', 'Save changes');
    expect(saved()).toEqual([
      {
        ...{ id: 'algebra', title: 'Algebra', description: 'Numbers and letters.' },
        ...{ links: [book], ...kept },
      },
    ]);
    expect(TestBed.inject(Router).url).toBe('/course/algebra');
  });

  it('LIFE-8 says whether transcript and chat stay after a session', async () => {
    const screen = await edit({ keepsChat: false });
    const [transcript, chat] = [
      screen.get('switch', /^Keep the transcript after the session/),
      screen.get('switch', /^Keep the chat after the session/),
    ];
    expect([transcript, chat].map((box) => (box as HTMLInputElement).checked)).toEqual([
      true,
      false,
    ]);
    await screen.press('switch', /^Keep the transcript/);
    await expectAccessible(screen);
    await screen.press('button', 'Save changes');
    expect(saved()[0]).toEqual(
      jasmine.objectContaining({ keepsTranscript: false, keepsChat: false }),
    );
  });

  for (const [name, field] of [
    ['Transcript', 'transcriptConsent'],
    ['Recording', 'recordingConsent'],
  ] as const) {
    it(`ROOM-18 ${name}: says who asks for it, if anybody may`, async () => {
      const screen = await edit({ [field]: 'ON_REQUEST' });
      const choice = screen.get('combobox', new RegExp(`^${name}`)) as HTMLSelectElement;
      expect(choice.selectedOptions[0]?.text.trim()).toBe('Only when one of them asks');
      choice.value = 'OFF';
      choice.dispatchEvent(new Event('change'));
      await expectAccessible(screen);
      await screen.press('button', 'Save changes');
      expect(saved()[0]).toEqual(jasmine.objectContaining({ [field]: 'OFF' }));
    });
  }

  it('PRE-12 says at the field what is wrong, also where the server finds it, and goes there', async () => {
    const screen = await edit();
    await screen.type('Title', ' ');
    await screen.type('Address of link 1', 'http://books.example');
    await screen.press('button', 'Save changes');
    expect(screen.text).toContain('Give the course a title.');
    expect(screen.text).toContain('Give an address that begins with https://.');
    expect(document.activeElement).toBe(screen.field('Title'));
    expect(saved()).toEqual([]);
    await expectAccessible(screen);
    await screen.type('Title', 'Algebra');
    await screen.type('Address of link 1', 'https://me:secret@books.example');
    scene.graphql.answer(SaveCourseDocument, () => ({
      saveCourse: {
        __typename: 'InvalidCourse' as const,
        field: 'links.0.url',
        message: 'Give another address.',
      },
    }));
    await screen.press('button', 'Save changes');
    expect(screen.text).toContain('Give another address.');
    expect(document.activeElement).toBe(screen.field('Address of link 1'));
    await screen.type('Address of link 1', 'https://books.example');
    expect(screen.text).not.toContain('Give another address.');
  });

  it('FAIL-8 keeps what was written when it cannot be saved', async () => {
    const screen = await edit();
    await screen.type('Title', 'Algebra II');
    scene.graphql.refuse(SaveCourseDocument, 'unreachable');
    await screen.press('button', 'Save changes');
    expect(screen.text).toContain('Unable to connect. Try again.');
    expect(screen.field('Title').value).toBe('Algebra II');
    scene.graphql.refuse(SaveCourseDocument, 'forbidden');
    await screen.press('button', 'Save changes');
    expect(screen.text).toContain('You can’t edit this course any more.');
  });

  it('PRE-12 asks before what was written is lost', async () => {
    const screen = await edit();
    expect(await leave(screen)).toBe(true);
    await screen.type('Title', 'Algebra II');
    const unload = new Event('beforeunload', { cancelable: true });
    scene.page.wantsToLeave.next(unload);
    expect(unload.defaultPrevented).toBe(true);
    const first = leave(screen);
    await expectAccessible(screen);
    await screen.press('button', 'Stay');
    expect(await first).toBe(false);
    const second = leave(screen);
    await screen.press('button', 'Leave');
    expect(await second).toBe(true);
    await screen.type('Title', 'Algebra');
    expect(await leave(screen)).toBe(true);
  });

  it('PRE-5 lets go at once of who is called to a session, and has what they wrote when they come back', async () => {
    const router = TestBed.inject(Router);
    router.resetConfig([
      { path: 'courses/new', component: CourseEditPage, canDeactivate: [savedOrGivenUp] },
      { path: '**', component: Elsewhere },
    ]);
    const harness = await RouterTestingHarness.create('/courses/new');
    const title = () => harness.routeNativeElement?.querySelector('input') ?? null;
    const field = title();
    if (field) field.value = 'Geometry';
    field?.dispatchEvent(new Event('input'));
    expect(await router.navigateByUrl('/session/session-1', { info: calledAway })).toBe(true);
    expect(router.url).toBe('/session/session-1');
    await harness.navigateByUrl('/courses/new');
    expect(title()?.value).toBe('Geometry');
    void router.navigateByUrl('/');
    await settled();
    expect(router.url).withContext('who presses is asked').toBe('/courses/new');
  });

  it('OPS asks nobody who is not signed in any more, and keeps what was written for its writer', async () => {
    const screen = await edit();
    await screen.type('Title', 'Algebra II');
    TestBed.inject(ViewerStore).forget();
    expect(await leave(screen)).toBe(true);
    screen.fixture.destroy();
    await scene.signIn(aViewer({ roles: ['MENTOR'], person: { ...mia, id: 'somebody' } }));
    const theirs = await edit();
    expect(theirs.field('Title').value).toBe('Algebra');
    theirs.fixture.destroy();
    await scene.signIn(aViewer({ roles: ['MENTOR'], person: mia }));
    expect((await edit()).field('Title').value).toBe('Algebra II');
  });

  it('PRE-12 is for those who may', async () => {
    const screen = await edit({ viewerCanEdit: false });
    expect(screen.has('heading', 'You can’t edit this course.')).toBe(true);
    expect(screen.has('button', 'Save changes')).toBe(false);
    await expectAccessible(screen);
    await scene.signIn(aViewer());
    const another = await show(CourseEditPage);
    expect(another.has('heading', 'This page is for mentors.')).toBe(true);
  });

  it('FAIL-10 says that there is no such course, or that it cannot connect', async () => {
    scene.graphql.refuse(CourseToEditDocument, 'unreachable');
    const screen = await show(CourseEditPage, { id: 'algebra' });
    expect(screen.has('heading', 'Unable to connect.')).toBe(true);
    scene.graphql.refuse(CourseToEditDocument, 'not-found');
    await screen.press('button', 'Retry');
    expect(screen.has('heading', 'There is no such course.')).toBe(true);
    await expectAccessible(screen);
  });
});
