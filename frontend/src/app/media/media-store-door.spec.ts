import { TestBed } from '@angular/core/testing';
import { isoAt, minutesIn } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import {
  EnterRoomDocument,
  JoinSessionDocument,
  LeaveSessionDocument,
  WaitToJoinDocument,
} from './media-operations';
import { MediaStore } from './media-store';

const place = { sessionId: 'session-1', connectionId: 'page-1' };

function theWayIn(token: string, validUntil = isoAt(5)) {
  return {
    __typename: 'MediaAccess' as const,
    ...{ url: 'ws://media.test', token, identity: 'leo:page-1', iceServers: [] },
    ...{ isRelayOnly: false, validUntil },
  };
}

describe('MediaStore at the door', () => {
  let scene: Scene;
  let store: MediaStore;

  beforeEach(() => {
    scene = new Scene();
    store = TestBed.inject(MediaStore);
    scene.graphql.answer(JoinSessionDocument, () => ({ joinSession: theWayIn('room') }));
    scene.graphql.answer(WaitToJoinDocument, () => ({ waitToJoin: theWayIn('door') }));
    letIn({ __typename: 'RoomEntered' });
  });

  afterEach(() => {
    store.close();
  });

  function letIn(
    enterRoom:
      | { readonly __typename: 'RoomEntered' }
      | { readonly __typename: 'NotWaiting'; readonly message: string },
  ): void {
    scene.graphql.answer(EnterRoomDocument, () => {
      if (enterRoom.__typename === 'RoomEntered') scene.media.call.admit();
      return { enterRoom };
    });
  }

  async function enter(): Promise<void> {
    void store.enter(place);
    await settled();
    TestBed.tick();
    await settled();
  }

  /** By which right each call was made, in order. */
  function tokens(): readonly (string | undefined)[] {
    return scene.media.calls.map(({ access }) => access?.token);
  }

  it('PRE-8 ROOM-2 is connected before the button is pressed, and in none of the views', async () => {
    await store.warmUp(place);
    await store.warmUp(place);
    await settled();
    expect(tokens()).toEqual(['door']);
    expect(store.connection()).toBe('outside');
    expect(scene.media.call.published).toEqual([]);
    expect(scene.graphql.calls(EnterRoomDocument)).toEqual([]);
  });

  it('ROOM-2 is let in by the press, over the connection that stands', async () => {
    await store.warmUp(place);
    await enter();
    expect(store.connection()).toBe('connected');
    expect(tokens()).toEqual(['door']);
    expect(scene.graphql.calls(EnterRoomDocument)).toEqual([{ input: place }]);
    expect(scene.graphql.calls(JoinSessionDocument)).toEqual([]);
  });

  const failures: readonly [string, () => void][] = [
    [
      'it is not let in',
      () => {
        letIn({ __typename: 'NotWaiting', message: 'This page does not wait.' });
      },
    ],
    [
      'the API does not answer',
      () => {
        scene.graphql.refuse(EnterRoomDocument, 'unreachable');
      },
    ],
    [
      'the connection has ended meanwhile',
      () => {
        scene.media.call.end('lost');
      },
    ],
    [
      'its right is nearly over',
      () => {
        scene.clock.set(minutesIn(4.5));
        scene.graphql.answer(JoinSessionDocument, () => ({
          joinSession: theWayIn('room', isoAt(20)),
        }));
      },
    ],
  ];
  for (const [why, happen] of failures) {
    it(`ROOM-2 goes the usual way where ${why}`, async () => {
      await store.warmUp(place);
      const waiting = scene.media.call;
      happen();
      await enter();
      expect(store.connection()).toBe('connected');
      expect(tokens()).toEqual(['door', 'room']);
      expect(waiting.isLeft).toBe(true);
    });
  }

  it('ROOM-2 goes the usual way where the door could not be reached, and tries the door again', async () => {
    scene.media.connectProblems.push(new Error('no media got through'));
    await store.warmUp(place);
    await enter();
    expect(tokens()).toEqual(['door', 'room']);
    expect(store.connection()).toBe('connected');
    store.close();
    scene.graphql.refuse(WaitToJoinDocument, 'unreachable');
    await store.warmUp(place);
    scene.graphql.answer(WaitToJoinDocument, () => ({ waitToJoin: theWayIn('door') }));
    await store.warmUp(place);
    await enter();
    expect(tokens()).toEqual(['door', 'room', 'door']);
  });

  it('ROOM-2 who leaves while being let in is out, and stays out', async () => {
    await store.warmUp(place);
    const waiting = scene.media.call;
    const gate = Promise.withResolvers<{ enterRoom: { readonly __typename: 'RoomEntered' } }>();
    scene.graphql.answer(EnterRoomDocument, () => gate.promise);
    await enter();
    expect(store.connection()).toBe('connecting');
    store.close();
    waiting.admit();
    await settled();
    expect([store.connection(), waiting.isLeft]).toEqual(['outside', true]);
    expect(waiting.published).toEqual([]);
  });

  it('LIFE-2 nobody waits any more who closes the page, or is in another call of theirs', async () => {
    scene.graphql.answer(LeaveSessionDocument, () => ({
      leaveSession: { __typename: 'Session' as const },
    }));
    await store.warmUp(place);
    const waiting = scene.media.call;
    await store.leave();
    await settled();
    expect(waiting.isLeft).toBe(true);
    expect(scene.graphql.calls(LeaveSessionDocument)).toEqual([]);
  });
});
