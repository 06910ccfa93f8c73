import { TestBed } from '@angular/core/testing';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { DeviceStore } from './device-store';
import { LeaveSessionDocument, UseHereDocument } from './media-operations';
import { MediaStore } from './media-store';

const place = { sessionId: 'session-1', connectionId: 'page-1' };

describe('MediaStore, entered by itself', () => {
  let scene: Scene;
  let store: MediaStore;

  beforeEach(async () => {
    scene = new Scene();
    scene.openTheDoor();
    scene.graphql.answer(LeaveSessionDocument, () => ({
      leaveSession: { __typename: 'Session' as const },
    }));
    store = TestBed.inject(MediaStore);
    await TestBed.inject(DeviceStore).start();
  });

  async function enter(): Promise<void> {
    void store.enter(place, 'by-itself');
    await settle();
  }

  async function settle(): Promise<void> {
    await settled();
    TestBed.tick();
    await settled();
  }

  it('PRE-5 goes in', async () => {
    await enter();
    expect(store.connection()).toBe('connected');
  });

  it('PRE-5 takes the call from no device where the person is in', async () => {
    scene.media.isElsewhere = true;
    await enter();
    expect(store.connection()).toBe('outside');
    expect(store.problem()).toBeNull();
    expect(scene.media.call.isLeft).toBe(true);
    expect(scene.media.call.published).toEqual([]);
    expect(scene.graphql.calls(UseHereDocument)).toEqual([]);
  });

  it('PRE-5 of two devices that go in at once the one that was first stays', async () => {
    await enter();
    scene.media.call.become({ isElsewhere: true });
    await settle();
    expect(store.connection()).toBe('connected');
    expect(scene.media.call.isLeft).toBe(false);
  });
});
