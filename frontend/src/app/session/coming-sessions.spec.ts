import { TestBed } from '@angular/core/testing';
import { aCard, aClock, aPage } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { ComingSessions } from './coming-sessions';
import { MySessionsChangedDocument, SessionPagesDocument } from './session-lists-operations';

const soon = aCard({ id: 'soon' });
const later = aCard({ id: 'later' });

describe('ComingSessions', () => {
  let scene: Scene;
  let coming: ComingSessions;

  beforeEach(async () => {
    scene = new Scene();
    scene.plan({ upcoming: aPage([soon, later]) });
    coming = TestBed.inject(ComingSessions);
    coming.open();
    await settled();
  });

  const stream = () => scene.graphql.stream(MySessionsChangedDocument);

  it('PRE-12 knows what comes, the earliest first', () => {
    expect(coming.sessions().map(({ id }) => id)).toEqual(['soon', 'later']);
    expect(coming.next()?.id).toBe('soon');
  });

  it('PRE-12 asks once, however many open it', async () => {
    coming.open();
    await settled();
    expect(scene.graphql.calls(SessionPagesDocument).length).toBe(1);
    expect(stream().asked.length).toBe(1);
  });

  it('PRE-12 shows a change at once, and where it belongs once that is known', async () => {
    const told: string[] = [];
    coming.changed.subscribe(({ id }) => told.push(id));
    const ended = aCard({ id: 'soon', clock: aClock({ phase: 'CANCELLED' }) });
    scene.plan({ upcoming: aPage([later]) });
    stream().push({ mySessionsChanged: ended });
    expect(coming.next()?.clock.phase).toBe('CANCELLED');
    expect(told).toEqual(['soon']);
    await settled();
    expect(coming.next()?.id).toBe('later');
  });

  it('PRE-12 what was cancelled is no longer to come, even before that is asked for', () => {
    stream().push({ mySessionsChanged: aCard({ id: 'soon', outcome: 'CANCELLED' }) });
    expect(coming.sessions().map(({ id }) => id)).toEqual(['later']);
  });

  it('PRE-12 many changes in a row are fetched by one reload and one more', async () => {
    for (let count = 0; count < 5; count++) stream().push({ mySessionsChanged: soon });
    await settled();
    expect(scene.graphql.calls(SessionPagesDocument).length).toBe(1 + 2);
  });

  it('FAIL-8 looks again after a broken connection', async () => {
    scene.plan({ upcoming: aPage([later]) });
    scene.socket.reconnect();
    await settled();
    expect(coming.next()?.id).toBe('later');
  });

  it('OPS forgets everything when nobody is signed in any more', async () => {
    const answer = Promise.withResolvers<{ sessions: ReturnType<typeof aPage> }>();
    scene.graphql.answer(SessionPagesDocument, () => answer.promise);
    const reload = coming.reload();
    coming.close();
    answer.resolve({ sessions: aPage([soon]) });
    await reload;
    expect(coming.sessions()).toEqual([]);
    expect(stream().isWatched).toBe(false);
  });
});
