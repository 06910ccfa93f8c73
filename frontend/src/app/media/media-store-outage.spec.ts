import { TestBed } from '@angular/core/testing';
import { isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { JoinSessionDocument, ReportConnectionDocument } from './media-operations';
import { MediaStore } from './media-store';

const place = { sessionId: 'session-1', connectionId: 'page-1' };

describe('MediaStore, when the call is lost', () => {
  let scene: Scene;
  let store: MediaStore;

  beforeEach(async () => {
    scene = new Scene();
    scene.graphql.answer(JoinSessionDocument, () => ({
      joinSession: {
        __typename: 'MediaAccess' as const,
        url: 'ws://media.test',
        token: '1',
        identity: 'leo:page-1',
        iceServers: [],
        isRelayOnly: false,
        validUntil: isoAt(75),
      },
    }));
    store = TestBed.inject(MediaStore);
    scene.clock.set(minutesIn(60));
    void store.enter(place);
    await settle();
  });

  async function settle(): Promise<void> {
    await settled();
    TestBed.tick();
    await settled();
  }

  function joins(): number {
    return scene.graphql.calls(JoinSessionDocument).length;
  }

  it('FAIL-1 says that it reconnects while nothing arrives, and reports no loss of what stands', async () => {
    scene.media.call.become({ link: 'stalled' });
    await settle();
    expect(store.connection()).toBe('reconnecting');
    scene.media.call.become({ link: 'connected' });
    await settle();
    expect(store.connection()).toBe('connected');
    expect(scene.graphql.calls(ReportConnectionDocument)).toEqual([]);
    expect(joins()).toBe(1);
  });

  it('LIFE-4 tries no more once the session cannot go on', async () => {
    scene.clock.set(minutesIn(75));
    scene.media.call.end('lost');
    await settle();
    expect([store.connection(), joins()]).toEqual(['outside', 1]);
  });

  it('LIFE-4 makes no attempt that would come too late', async () => {
    scene.media.call.end('lost');
    await settle();
    expect(store.connection()).toBe('reconnecting');
    scene.clock.set(minutesIn(75));
    store.retryNow();
    await settle();
    expect([store.connection(), joins()]).toEqual(['outside', 1]);
  });
});
