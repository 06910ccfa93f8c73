import { TestBed } from '@angular/core/testing';
import { aSession, isoAt } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { AnnotationStore } from './annotation-store';
import {
  AnnotationChangesDocument,
  type AnnotationPartsFragment,
  AnnotationsDocument,
} from './annotations-operations';

function parts(id: string, more: Partial<AnnotationPartsFragment> = {}): AnnotationPartsFragment {
  return {
    id,
    topicId: 'topic',
    kind: 'INSIGHT',
    isPrivate: false,
    text: `text of ${id}`,
    writtenAt: isoAt(1),
    sessionMs: 60_000,
    revision: 1,
    editedAt: null,
    withdrawnAt: null,
    cursor: `cursor-${id}`,
    ...more,
  };
}

describe('AnnotationStore', () => {
  let scene: Scene;
  let store: AnnotationStore;

  async function open(viewerRole: 'LEARNER' | 'MENTOR' = 'LEARNER'): Promise<void> {
    scene.graphql.answer(AnnotationsDocument, ({ after }) => ({
      session: {
        annotations: {
          edges: [{ node: parts(after ? 'second' : 'first') }],
          pageInfo: { hasNextPage: !after, endCursor: after ? 'end' : 'more' },
        },
      },
    }));
    await scene.open(aSession({ viewerRole }));
    store = TestBed.inject(AnnotationStore);
    store.open('session-1');
    await settled();
  }

  const ids = () => store.annotations().map(({ id }) => id);

  async function tell(annotation: AnnotationPartsFragment): Promise<void> {
    const stream = scene.graphql.stream(AnnotationChangesDocument);
    stream.push({ annotationChanges: annotation });
    await settled();
  }

  beforeEach(() => {
    scene = new Scene();
  });

  it('ROOM-6 has what was written, page by page, and goes on behind it', async () => {
    await open();
    expect(ids()).toEqual(['first', 'second']);
    const stream = scene.graphql.stream(AnnotationChangesDocument);
    expect(stream.asked).toEqual([{ sessionId: 'session-1', after: 'cursor-second' }]);
    await tell(parts('third'));
    stream.reconnect();
    expect(stream.asked.at(-1)?.after).toBe('cursor-third');
  });

  it('ROOM-6 points out and announces what arrives, once', async () => {
    await open();
    await tell(parts('new', { kind: 'HOMEWORK' }));
    await tell(parts('new', { kind: 'HOMEWORK', revision: 2, text: 'better' }));
    expect([...store.fresh()]).toEqual(['new']);
    expect(document.body.innerText).toContain('New homework: text of new');
    expect(document.body.innerText).not.toContain('New homework: better');
  });

  it('ROOM-6 does not announce to the mentor what they wrote', async () => {
    await open('MENTOR');
    await tell(parts('mine'));
    expect(store.fresh().size).toBe(0);
    expect(store.unread()).toBe(0);
  });

  it('ROOM-6 takes away what is withdrawn, and shows what is shared after all', async () => {
    await open();
    await tell(parts('first', { revision: 2, text: '', withdrawnAt: isoAt(3) }));
    expect(ids()).toEqual(['second']);
    await tell(parts('first', { revision: 3, text: 'again' }));
    expect(ids()).toEqual(['first', 'second']);
  });

  it('ROOM-6 counts what the learner has not looked at, also after a reload', async () => {
    await open();
    expect(store.unread()).toBe(2);
    store.setLookedAt(true);
    expect(store.unread()).toBe(0);
    store.setLookedAt(false);
    await tell(parts('third'));
    expect(store.unread()).toBe(1);
    expect(scene.storage.read('own.annotations-seen.session-1')).toEqual(['first', 'second']);
  });

  it('ROOM-6 says that nothing can be loaded where that is so', async () => {
    await scene.open(aSession());
    store = TestBed.inject(AnnotationStore);
    scene.graphql.refuse(AnnotationsDocument, 'forbidden');
    store.open('session-1');
    await settled();
    expect(store.fault()).toBe('forbidden');
  });
});
