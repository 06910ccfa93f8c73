import { TestBed } from '@angular/core/testing';
import { isoAt, leo, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { settled } from '../testing/screen';
import { BoardDoor } from './board-door';
import { WhiteboardNewsDocument } from './board-news-operations';

describe('BoardDoor', () => {
  let scene: Scene;
  let door: BoardDoor;

  beforeEach(() => {
    scene = new Scene(BoardDoor);
    door = TestBed.inject(BoardDoor);
    door.watch('session-1', leo.id);
  });

  async function draws(author: { readonly id: string } | null, drawnAt: string): Promise<void> {
    const whiteboardUpdates = { cursor: 'c', drawnAt, author };
    scene.graphql.stream(WhiteboardNewsDocument).push({ whiteboardUpdates });
    await settled();
  }

  it('ROOM-17 invites when the other one opens it or draws, and not for what was before', async () => {
    await draws(mia, isoAt(-20));
    await draws(leo, isoAt(0));
    await draws(null, isoAt(0));
    expect(door.invitation()).toBeNull();
    await draws(mia, isoAt(0));
    expect(door.invitation()).toBe('draws');
    door.hear(true);
    expect(door.invitation()).toBe('opened');
    door.hear(false);
    expect(door.invitation()).toBeNull();
  });

  it('ROOM-17 an invitation that is waved away does not come again by itself', async () => {
    await draws(mia, isoAt(0));
    door.waveAway();
    expect([door.invitation(), door.otherAt()]).toEqual([null, 'draws']);
    await draws(mia, isoAt(1));
    expect(door.invitation()).toBeNull();
    door.hear(true);
    expect(door.invitation()).toBe('opened');
  });

  it('ROOM-17 nobody is invited to where they are, and it stays loaded when closed', async () => {
    door.open();
    await draws(mia, isoAt(0));
    expect(door.invitation()).toBeNull();
    door.close();
    expect([door.isShown(), door.wasOpened()]).toEqual([false, true]);
  });
});
