import { TestBed } from '@angular/core/testing';
import { BoardPictures } from './board-pictures';
import { BoardTools } from './board-tools';
import { WhiteboardStore } from './whiteboard-store';

describe('BoardPictures', () => {
  const size = { w: 800, h: 600 };

  function pictures(): BoardPictures {
    TestBed.configureTestingModule({
      providers: [
        BoardPictures,
        BoardTools,
        { provide: WhiteboardStore, useValue: { shapes: () => [] } },
      ],
    });
    TestBed.inject(BoardTools).resize(size);
    return TestBed.inject(BoardPictures);
  }

  async function aPicture(): Promise<File> {
    const canvas = new OffscreenCanvas(4, 4);
    canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new File([blob], 'dot.png', { type: 'image/png' });
  }

  it('ROOM-17 says why a picture was not taken, in the words of the server', async () => {
    const error = 'There is no room for files at the moment.';
    const body = JSON.stringify({ code: 'STORAGE_FULL', error });
    spyOn(window, 'fetch').and.resolveTo(new Response(body, { status: 507 }));
    const adding = pictures();
    await adding.add('session-1', [await aPicture()], { x: 0, y: 0 });
    expect(adding.problem()).toBe(error);
    expect(adding.isBusy()).toBe(0);
  });
});
