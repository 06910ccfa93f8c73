import { TestBed } from '@angular/core/testing';
import { isoAt } from '../testing/builders';
import { aPeer, browserError } from '../testing/fake-media';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { DeviceStore } from './device-store';
import {
  JoinSessionDocument,
  type JoinSessionMutation,
  LeaveSessionDocument,
  ReportConnectionDocument,
  UseHereDocument,
} from './media-operations';
import { MediaStore } from './media-store';

const place = { sessionId: 'session-1', connectionId: 'page-1' };

function theWayIn(token = '1', validUntil = isoAt(5)): JoinSessionMutation {
  return {
    joinSession: {
      __typename: 'MediaAccess' as const,
      url: 'ws://media.test',
      token,
      identity: 'leo:page-1',
      iceServers: [],
      isRelayOnly: false,
      validUntil,
    },
  };
}

describe('MediaStore', () => {
  let scene: Scene;
  let store: MediaStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(MediaStore);
    scene.graphql.answer(JoinSessionDocument, () => theWayIn());
  });

  async function settle(): Promise<void> {
    await settled();
    TestBed.tick();
    await settled();
  }

  async function enter(): Promise<void> {
    void store.enter(place);
    await settle();
  }

  /** The wait before the next attempt is cut short. */
  async function tryAgain(): Promise<void> {
    store.retryNow();
    await settle();
  }

  function refuse(joinSession: JoinSessionMutation['joinSession']): void {
    scene.graphql.answer(JoinSessionDocument, () => ({ joinSession }));
  }

  it('ROOM-2 goes in with the devices of the preview', async () => {
    const devices = TestBed.inject(DeviceStore);
    await devices.start();
    expect(store.connection()).toBe('outside');
    await enter();
    expect(store.connection()).toBe('connected');
    expect(scene.media.call.access?.token).toBe('1');
    expect(scene.media.call.published).toEqual([
      scene.media.device('microphone'),
      scene.media.device('camera'),
    ]);
  });

  it('LIFE-2 moves the call to this page each time that it is entered, and only then', async () => {
    scene.graphql.answer(UseHereDocument, () => ({
      useHere: { __typename: 'CallMoved' as const },
    }));
    const moves = () => scene.graphql.calls(UseHereDocument).length;
    scene.media.isElsewhere = true;
    await enter();
    expect(moves()).toBe(1);
    scene.media.call.end('lost');
    await settle();
    await tryAgain();
    expect([store.connection(), moves()]).toEqual(['connected', 1]);
    scene.media.call.end('removed');
    await settle();
    expect(store.connection()).toBe('outside');
    await enter();
    expect(moves()).toBe(2);
  });

  it('ROOM-2 shows the other one as the call sees them', async () => {
    await enter();
    scene.media.call.become({ peer: aPeer({ isSpeaking: true }), quality: 'poor' });
    expect(store.peer()?.isSpeaking).toBe(true);
    expect(store.quality()).toBe('poor');
  });

  it('ROOM-3 publishes a camera that is opened in the call', async () => {
    scene.media.broken.camera = browserError('NotFoundError');
    const devices = TestBed.inject(DeviceStore);
    await devices.start();
    await enter();
    expect(scene.media.call.published).toEqual([scene.media.device('microphone')]);
    delete scene.media.broken.camera;
    await devices.retry();
    await settle();
    expect(scene.media.call.published).toContain(scene.media.device('camera'));
  });

  it('FAIL-3 withdraws a device that was unplugged', async () => {
    const devices = TestBed.inject(DeviceStore);
    await devices.start();
    await enter();
    scene.media.device('camera').unplug();
    await settle();
    expect(scene.media.call.published).toEqual([scene.media.device('microphone')]);
  });

  it('FAIL-9 comes back with a new connection when the old one is given up', async () => {
    await TestBed.inject(DeviceStore).start();
    await enter();
    const first = scene.media.call;
    first.end('lost');
    await settle();
    expect(store.connection()).toBe('reconnecting');
    await tryAgain();
    expect(scene.media.calls.length).toBe(2);
    expect(store.connection()).toBe('connected');
    expect(scene.media.call.published.length).toBe(2);
  });

  it('FAIL-1 counts the failed attempts, and goes on trying', async () => {
    const no = browserError('ConnectionError');
    scene.media.connectProblems.push(no, no, no, null);
    await enter();
    expect(store.problem()).toBe('no-media');
    expect(store.failedAttempts()).toBe(1);
    await tryAgain();
    await tryAgain();
    expect(store.failedAttempts()).toBe(3);
    await tryAgain();
    expect(store.connection()).toBe('connected');
    expect(store.failedAttempts()).toBe(0);
    expect(store.problem()).toBeNull();
  });

  it('FAIL-8 tries at once when the page returns', async () => {
    scene.graphql.refuse(JoinSessionDocument, 'unreachable');
    await enter();
    expect(store.problem()).toBe('unreachable');
    scene.graphql.answer(JoinSessionDocument, () => theWayIn());
    scene.page.returns.next();
    await settle();
    expect(store.connection()).toBe('connected');
  });

  const ends = [
    [
      'LIFE-5 stays out where it is over',
      { __typename: 'SessionAlreadyEnded' as const, message: '' },
    ],
    [
      'PRE-13 stays out where it is early',
      { __typename: 'JoinWindowClosed' as const, message: '', opensAt: isoAt(-15) },
    ],
  ] as const;
  for (const [name, answer] of ends) {
    it(name, async () => {
      refuse(answer);
      await enter();
      expect(store.connection()).toBe('outside');
      expect(store.problem()).toBeNull();
    });
  }

  it('FAIL-10 stays out where it is refused, and says so', async () => {
    scene.graphql.refuse(JoinSessionDocument, 'forbidden');
    await enter();
    expect(store.connection()).toBe('outside');
    expect(store.problem()).toBe('refused');
  });

  it('FAIL-10 says that the video service is down, and goes on trying', async () => {
    refuse({ __typename: 'MediaUnavailable' as const, message: '' });
    await enter();
    expect(store.problem()).toBe('no-media');
    expect(store.connection()).toBe('connecting');
    scene.graphql.answer(JoinSessionDocument, () => theWayIn());
    await tryAgain();
    expect(store.connection()).toBe('connected');
  });

  it('LIFE-5 does not come back where the person was put out', async () => {
    await enter();
    scene.media.call.end('removed');
    await settle();
    expect(store.connection()).toBe('outside');
    expect(store.problem()).toBe('removed');
  });

  it('LIFE-2 reports a broken connection and its return, once each', async () => {
    await enter();
    for (const link of ['resuming', 'reconnecting', 'reconnecting', 'connected'] as const) {
      scene.media.call.become({ link });
      TestBed.tick();
    }
    const states = scene.graphql.calls(ReportConnectionDocument).map(({ input }) => input.state);
    expect(states).toEqual(['LOST', 'BACK']);
  });

  it('LIFE-2 says why it leaves', async () => {
    await enter();
    await store.leave();
    expect(scene.media.call.isLeft).toBe(true);
    expect(store.connection()).toBe('outside');
    expect(scene.graphql.calls(LeaveSessionDocument)).toEqual([
      { input: { ...place, reason: 'LEFT_BY_CHOICE' } },
    ]);
  });

  it('FAIL-5 says so when the page is closed', async () => {
    await enter();
    scene.page.leaves.next();
    expect(scene.graphql.lastWords).toEqual([{ input: { ...place, reason: 'PAGE_CLOSED' } }]);
  });

  it('FAIL-5 has nothing to say where it was not in', () => {
    scene.page.leaves.next();
    expect(scene.graphql.lastWords).toEqual([]);
  });

  it('LIFE-5 leaves a call that connects too late', async () => {
    const entry = Promise.withResolvers<JoinSessionMutation>();
    scene.graphql.answer(JoinSessionDocument, () => entry.promise);
    await enter();
    store.close();
    entry.resolve(theWayIn());
    await settle();
    expect(scene.media.calls).toEqual([]);
    expect(store.connection()).toBe('outside');
  });

  it('ROOM-15 plays sound once it is allowed to', async () => {
    await enter();
    scene.media.call.become({ isSoundAllowed: false });
    expect(store.isSoundAllowed()).toBe(false);
    await store.allowSound();
    expect(store.isSoundAllowed()).toBe(true);
  });

  it('ROOM-2 enters once, however often it is pressed', async () => {
    await enter();
    await enter();
    expect(scene.media.calls.length).toBe(1);
  });
});
