import { TestBed } from '@angular/core/testing';
import { aRunningSession } from '../../testing/builders';
import { aPeer } from '../../testing/fake-media';
import { Scene } from '../../testing/scene';
import { settled } from '../../testing/screen';
import { BoardDoor } from '../../whiteboard/board-door';
import { RoomBoard } from './room-board';

describe('RoomBoard', () => {
  let scene: Scene;
  let board: RoomBoard;

  beforeEach(async () => {
    scene = new Scene(BoardDoor, RoomBoard);
    await scene.signIn();
    await scene.open(aRunningSession());
    await scene.enter();
    board = TestBed.inject(RoomBoard);
    await settled();
  });

  async function peer(isListening: boolean): Promise<void> {
    scene.media.call.become({ peer: aPeer({ isListening }) });
    await settled();
  }

  const told = () => scene.media.call.told.map(({ text }) => text);

  it('ROOM-17 tells the other that it is open, and that it was closed', async () => {
    await peer(true);
    board.open();
    await settled();
    board.close();
    expect(told()).toEqual(['opened', 'closed']);
  });

  it('ROOM-17 tells it once the other can hear it, and again when they come back', async () => {
    board.open();
    await peer(false);
    expect(told()).toEqual([]);
    await peer(true);
    scene.media.call.become({ peer: null });
    await settled();
    await peer(true);
    expect(told()).toEqual(['opened', 'opened']);
  });

  it('ROOM-17 tells it again until the other has said that they know', async () => {
    jasmine.clock().install();
    try {
      board.open();
      await peer(true);
      jasmine.clock().tick(2000);
      expect(told()).toEqual(['opened', 'opened']);
      scene.media.call.hear('board-known', '');
      await settled();
      jasmine.clock().tick(60_000);
      expect(told()).toEqual(['opened', 'opened']);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('ROOM-17 says that it knows of the other’s, and is invited once however often it is told', async () => {
    await peer(true);
    scene.media.call.hear('board', 'opened');
    board.door.waveAway();
    scene.media.call.hear('board', 'opened');
    expect(scene.media.call.told.map(({ topic }) => topic)).toEqual(['board-known', 'board-known']);
    expect(board.door.invitation()).toBeNull();
  });
});
