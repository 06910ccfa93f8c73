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

  const second = 1000;
  const told = () => scene.graphql.calls(ReportConnectionDocument).map(({ input }) => input);
  const iso = (offsetMs: number) => new Date(minutesIn(60) + offsetMs).toISOString();

  it('LIFE-2 says since when nothing came over what broke, and that it was so until the call was found again', async () => {
    const { call } = scene.media;
    call.silentMs = 8 * second;
    call.end('lost');
    await settle();
    const broken = { ...place, sid: 'sid-1', silentSince: iso(-8 * second) };
    expect(told()).toEqual([{ ...broken, state: 'LOST', at: iso(0) }]);
    scene.clock.set(minutesIn(60) + 3 * second);
    store.retryNow();
    await settle();
    expect(store.connection()).toBe('connected');
    expect(told().slice(1)).toEqual([{ ...broken, state: 'BACK', at: iso(3 * second) }]);
  });

  it('LIFE-2 says how long a call stood still that goes on by itself', async () => {
    scene.media.call.silences.next({ sid: 'sid-1', forMs: 6 * second, endedMsAgo: 200 });
    await settle();
    const silentSince = iso(-6 * second - 200);
    expect(told()).toEqual([{ ...place, sid: 'sid-1', state: 'BACK', at: iso(-200), silentSince }]);
  });
});
