import { TestBed } from '@angular/core/testing';
import { expectAccessible } from '../testing/accessibility';
import { aClock, aSession, aTopic, isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, settled, show, textOf } from '../testing/screen';
import { AnnotationStore } from './annotation-store';
import { AnnotationWriter } from './annotation-writer';
import {
  AnnotateDocument,
  AnnotationChangesDocument,
  type AnnotationPartsFragment,
  AnnotationsDocument,
  EditAnnotationDocument,
  WithdrawAnnotationDocument,
} from './annotations-operations';
import { LessonPanel } from './lesson-panel';

const topics = [
  aTopic('a', { title: 'Halves', state: 'CURRENT' }),
  aTopic('b', { title: 'Thirds' }),
];

function parts(id: string, more: Partial<AnnotationPartsFragment> = {}): AnnotationPartsFragment {
  const words = { kind: 'INSIGHT', isPrivate: false, text: `text of ${id}` } as const;
  const times = { writtenAt: isoAt(1), sessionMs: 754_000, editedAt: null, withdrawnAt: null };
  return { id, topicId: 'a', ...words, ...times, revision: 1, cursor: `cursor-${id}`, ...more };
}

describe('LessonPanel', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
  });

  async function open(
    viewerRole: 'MENTOR' | 'LEARNER',
    annotations: readonly AnnotationPartsFragment[] = [],
  ): Promise<Screen<LessonPanel>> {
    const edges = annotations.map((node) => ({ node }));
    const pageInfo = { hasNextPage: false, endCursor: null };
    scene.graphql.answer(AnnotationsDocument, () => ({
      session: { annotations: { edges, pageInfo } },
    }));
    const clock = aClock({ phase: 'IN_PROGRESS', runningSince: isoAt(0), serverTime: isoAt(10) });
    await scene.open(aSession({ viewerRole, topics, clock, actualStart: isoAt(0) }));
    TestBed.inject(AnnotationStore).open('session-1');
    TestBed.inject(AnnotationWriter).open('session-1');
    await settled();
    const screen = await show(LessonPanel);
    if (viewerRole === 'MENTOR') {
      await screen.until(() => screen.has('textbox', 'Annotation'));
    }
    return screen;
  }

  async function tell(annotation: AnnotationPartsFragment): Promise<void> {
    const stream = scene.graphql.stream(AnnotationChangesDocument);
    stream.push({ annotationChanges: annotation });
    await settled();
  }

  const items = (screen: Screen<LessonPanel>) =>
    screen
      .all('list', 'Annotations')
      .flatMap((list) => [...list.children])
      .map(textOf);

  it('ROOM-6 what is pressed does not move away under the pointer', async () => {
    const screen = await open('MENTOR', [parts('one')]);
    const isOpen = () => screen.has('combobox', 'Topic of the annotation');
    expect(isOpen()).toBe(false);
    screen.get('textbox', 'Annotation').focus();
    await screen.settle();
    expect(isOpen()).toBe(true);
    const title = screen.get('button', 'Thirds, rename');
    // A press takes the focus when it goes down, and counts when it comes up.
    title.focus();
    await screen.settle();
    expect(isOpen()).toBe(true);
    title.click();
    await screen.settle();
    expect(isOpen()).toBe(false);
  });

  it('ROOM-6 shows the learner each annotation below its topic, with kind and time', async () => {
    const screen = await open('LEARNER', [
      parts('one'),
      parts('two', { topicId: 'b', kind: 'HOMEWORK', editedAt: isoAt(3) }),
      parts('three', { topicId: 'gone', kind: 'QUESTION' }),
    ]);
    expect(items(screen)).toEqual([
      'Insight at 12:34 text of one',
      'Homework at 12:34 (edited) text of two',
      'Question at 12:34 text of three',
    ]);
    expect(screen.has('heading', 'On the session as a whole')).toBe(true);
    expect(screen.has('textbox')).toBe(false);
    await expectAccessible(screen);
  });

  it('ROOM-6 shows the learner what arrives, and reads it', async () => {
    const screen = await open('LEARNER');
    await tell(parts('new'));
    await screen.settle();
    expect(items(screen)).toEqual(['Insight at 12:34 text of new']);
    expect(screen.root.querySelector('[data-fresh]')).not.toBeNull();
    expect(TestBed.inject(AnnotationStore).unread()).toBe(0);
  });

  it('ROOM-6 sends what is written on the current topic by Ctrl and Enter', async () => {
    const screen = await open('MENTOR');
    scene.graphql.answer(AnnotateDocument, ({ input }) => ({
      annotate: {
        __typename: 'Annotation' as const,
        ...parts(input.annotationId, { text: input.text, kind: input.kind }),
      },
    }));
    await screen.type('Annotation', ' Draw it first ');
    screen.get('radio', 'Homework').click();
    await screen.key(screen.field('Annotation'), 'Enter', { ctrlKey: true });
    const [sent] = scene.graphql.calls(AnnotateDocument);
    expect(sent?.input).toEqual(
      jasmine.objectContaining({
        ...{ topicId: 'a', text: 'Draw it first', kind: 'HOMEWORK', isPrivate: false },
        writtenAt: isoAt(10),
      }),
    );
    expect(items(screen)).toEqual(['Homework at 12:34 Draw it first']);
    expect(screen.field('Annotation').value).toBe('');
    expect(scene.storage.read('own.annotation-draft.session-1')).toBeNull();
    expect(scene.storage.read('own.annotation-outbox.session-1')).toBeNull();
    await expectAccessible(screen);
  });

  it('ROOM-6 keeps a draft, and what could not be sent, through a crash of the tab', async () => {
    scene.graphql.refuse(AnnotateDocument, 'unreachable');
    const first = await open('MENTOR');
    await first.type('Annotation', 'Written offline');
    await first.press('button', 'Share');
    await first.type('Annotation', 'Half a thou');
    expect(first.text).toContain('Kept here until the connection is back…');
    await expectAccessible(first);
    const { storage } = scene;
    const id = scene.graphql.calls(AnnotateDocument)[0]?.input.annotationId;
    TestBed.resetTestingModule();
    scene = new Scene();
    scene.clock.set(minutesIn(12));
    for (const key of ['draft', 'outbox']) {
      const name = `own.annotation-${key}.session-1`;
      scene.storage.write(name, storage.read(name));
    }
    scene.graphql.answer(AnnotateDocument, ({ input }) => ({
      annotate: {
        __typename: 'Annotation' as const,
        ...parts(input.annotationId, { text: input.text }),
      },
    }));
    const second = await open('MENTOR');
    expect(second.field('Annotation').value).toBe('Half a thou');
    const calls = scene.graphql.calls(AnnotateDocument);
    expect(calls.map(({ input }) => [input.annotationId, input.writtenAt])).toEqual([
      [id ?? '', isoAt(10)],
    ]);
    expect(items(second)).toEqual(['Insight at 12:34 Written offline']);
  });

  it('ROOM-6 sends again when the connection is back, with the same identifier', async () => {
    scene.graphql.refuse(AnnotateDocument, 'unreachable');
    const screen = await open('MENTOR');
    await screen.type('Annotation', 'Twice or once');
    await screen.press('button', 'Share');
    scene.graphql.answer(AnnotateDocument, ({ input }) => ({
      annotate: { __typename: 'Annotation' as const, ...parts(input.annotationId) },
    }));
    scene.graphql.askAgain();
    await screen.settle();
    const used = scene.graphql.calls(AnnotateDocument).map(({ input }) => input.annotationId);
    expect(used.length).toBe(2);
    expect(new Set(used).size).toBe(1);
    expect(items(screen).length).toBe(1);
  });

  it('ROOM-6 says why something was not kept, and gives it up or tries again', async () => {
    scene.graphql.answer(AnnotateDocument, () => ({
      annotate: { __typename: 'AnnotationsClosed' as const, message: 'Too late.' },
    }));
    const screen = await open('MENTOR');
    await screen.type('Annotation', 'Late');
    await screen.press('button', 'Share');
    expect(textOf(screen.get('alert'))).toBe('Not sent. Too late.');
    await screen.press('button', 'Retry');
    expect(scene.graphql.calls(AnnotateDocument).length).toBe(2);
    await screen.press('button', 'Discard');
    expect(screen.has('alert')).toBe(false);
  });

  it('ROOM-6 changes an annotation', async () => {
    const screen = await open('MENTOR', [parts('one')]);
    await screen.until(() => screen.has('button', 'Edit annotation'));
    scene.graphql.answer(EditAnnotationDocument, ({ input }) => ({
      editAnnotation: {
        __typename: 'Annotation' as const,
        ...parts('one', { text: input.text ?? '', revision: 2, editedAt: isoAt(11) }),
      },
    }));
    await screen.press('button', 'Edit annotation');
    expect(document.activeElement).toBe(screen.field('Change the annotation'));
    await screen.type('Change the annotation', 'Better');
    await expectAccessible(screen);
    await screen.press('button', 'Save');
    expect(scene.graphql.calls(EditAnnotationDocument)[0]?.input.revision).toBe(1);
    expect(items(screen)).toEqual(['Insight at 12:34 (edited) Better']);
    expect(scene.storage.read('own.annotation-edits.session-1')).toBeNull();
  });

  it('ROOM-6 shows the newer words of another tab, and keeps what was typed', async () => {
    const screen = await open('MENTOR', [parts('one')]);
    await screen.until(() => screen.has('button', 'Edit annotation'));
    await screen.press('button', 'Edit annotation');
    await screen.type('Change the annotation', 'Mine');
    scene.graphql.answer(EditAnnotationDocument, ({ input }) =>
      input.revision === 1
        ? {
            editAnnotation: {
              __typename: 'AnnotationChanged' as const,
              message: 'Changed.',
              current: parts('one', { text: 'Theirs', revision: 2 }),
            },
          }
        : {
            editAnnotation: {
              __typename: 'Annotation' as const,
              ...parts('one', { text: input.text ?? '', revision: 3 }),
            },
          },
    );
    await screen.press('button', 'Save');
    expect(textOf(screen.get('alert'))).toContain('Theirs');
    expect(screen.field('Change the annotation').value).toBe('Mine');
    await expectAccessible(screen);
    await screen.press('button', 'Save mine instead');
    expect(items(screen)).toEqual(['Insight at 12:34 Mine']);
  });

  it('ROOM-6 keeps the words of a change whose annotation another tab withdrew', async () => {
    const screen = await open('MENTOR', [parts('one')]);
    await screen.until(() => screen.has('button', 'Edit annotation'));
    await screen.press('button', 'Edit annotation');
    await screen.type('Change the annotation', 'Mine');
    await tell(parts('one', { revision: 2, text: '', withdrawnAt: isoAt(11) }));
    await screen.settle();
    await screen.press('button', 'Write it anew');
    expect(screen.field('Annotation').value).toBe('Mine');
  });

  it('ROOM-6 withdraws an annotation, after asking', async () => {
    const screen = await open('MENTOR', [parts('one')]);
    await screen.until(() => screen.has('button', 'Withdraw annotation'));
    scene.graphql.answer(WithdrawAnnotationDocument, () => ({
      withdrawAnnotation: {
        __typename: 'Annotation' as const,
        ...parts('one', { text: '', revision: 2, withdrawnAt: isoAt(11) }),
      },
    }));
    await screen.press('button', 'Withdraw annotation');
    await screen.press('button', 'Keep');
    await screen.press('button', 'Withdraw annotation');
    await screen.press('button', 'Withdraw');
    expect(items(screen)).toEqual([]);
  });
});
