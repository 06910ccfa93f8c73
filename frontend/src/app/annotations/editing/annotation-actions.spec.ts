import { TestBed } from '@angular/core/testing';
import { Announcer } from '../../platform/announcer';
import { aClock, aSession, aTopic, isoAt, minutesIn } from '../../testing/builders';
import { Scene } from '../../testing/scene';
import { type Screen, settled, show, textOf } from '../../testing/screen';
import { AnnotationStore } from '../annotation-store';
import { AnnotationWriter } from '../annotation-writer';
import {
  type AnnotationPartsFragment,
  AnnotationsDocument,
  EditAnnotationDocument,
  WithdrawAnnotationDocument,
} from '../annotations-operations';
import { LessonPanel } from '../lesson-panel';

const usual: AnnotationPartsFragment = {
  ...{ id: 'one', topicId: 'a', isPrivate: false, text: 'First' },
  kind: 'INSIGHT',
  ...{ writtenAt: isoAt(1), sessionMs: 754_000, editedAt: null, withdrawnAt: null },
  ...{ revision: 1, cursor: 'cursor-1' },
};

describe('AnnotationActions', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    scene.clock.set(minutesIn(10));
  });

  /** The mentor's panel with one annotation in it. */
  async function open(): Promise<Screen<LessonPanel>> {
    const annotations = {
      edges: [{ node: usual }],
      pageInfo: { hasNextPage: false, endCursor: null },
    };
    scene.graphql.answer(AnnotationsDocument, () => ({ session: { annotations } }));
    const topics = [aTopic('a', { title: 'Halves', state: 'CURRENT' })];
    const clock = aClock({ phase: 'IN_PROGRESS', runningSince: isoAt(0), serverTime: isoAt(10) });
    await scene.open(aSession({ viewerRole: 'MENTOR', topics, clock, actualStart: isoAt(0) }));
    TestBed.inject(AnnotationStore).open('session-1');
    TestBed.inject(AnnotationWriter).open('session-1');
    await settled();
    const screen = await show(LessonPanel);
    await screen.until(() => screen.has('button', 'Edit annotation'));
    return screen;
  }

  it('FAIL-8 keeps what is typed into a change while it is being saved', async () => {
    const screen = await open();
    const answer = Promise.withResolvers<undefined>();
    scene.graphql.answer(EditAnnotationDocument, async ({ input: { text, revision } }) => {
      await answer.promise;
      const saved = { ...usual, text: text ?? '', revision: revision + 1 };
      return { editAnnotation: { __typename: 'Annotation' as const, ...saved } };
    });
    await screen.press('button', 'Edit annotation');
    await screen.type('Change the annotation', 'Better');
    screen.get('button', 'Save').click();
    await screen.type('Change the annotation', 'Better, and more');
    answer.resolve(undefined);
    await screen.until(() => !screen.has('button', 'Saving…'));
    expect(screen.field('Change the annotation').value).toBe('Better, and more');
    expect(screen.has('alert')).toBe(false);
    await screen.press('button', 'Save');
    await screen.until(() => screen.has('button', 'Edit annotation'));
    expect(screen.text).toContain('Better, and more');
    const asked = scene.graphql.calls(EditAnnotationDocument);
    expect(asked.map(({ input }) => input.revision)).toEqual([1, 2]);
  });

  it('ROOM-15 does not say that an annotation was withdrawn where it was not', async () => {
    const screen = await open();
    scene.graphql.answer(WithdrawAnnotationDocument, () => ({
      withdrawAnnotation: { __typename: 'AnnotationsClosed' as const, message: 'Too late.' },
    }));
    const said = spyOn(TestBed.inject(Announcer), 'say');
    await screen.press('button', 'Withdraw annotation');
    await screen.press('button', 'Withdraw');
    expect(textOf(screen.get('alert'))).toBe('Too late.');
    expect(said).not.toHaveBeenCalled();
  });
});
