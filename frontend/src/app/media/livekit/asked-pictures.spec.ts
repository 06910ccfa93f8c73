import { type RemoteTrackPublication, type Room, Track } from 'livekit-client';
import type { Rung } from '../domain/quality-ladder';
import { askForPictures } from './asked-pictures';

type Size = Readonly<Record<'width' | 'height', number>>;

class FakePublication {
  readonly isSubscribed = true;
  size: Size | null = null;
  fps: number | null = null;

  setVideoDimensions({ width, height }: Size): void {
    this.size = { width, height };
  }

  setVideoFPS(fps: number): void {
    this.fps = fps;
  }
}

describe('askForPictures', () => {
  let camera: FakePublication;
  let screen: FakePublication;

  function ask(rung: Rung): void {
    const publications = new Map([
      [Track.Source.Camera, camera],
      [Track.Source.ScreenShare, screen],
    ]);
    const other = {
      getTrackPublication: (source: Track.Source) =>
        publications.get(source) as unknown as RemoteTrackPublication,
    };
    askForPictures({ remoteParticipants: new Map([['mia', other]]) } as unknown as Room, rung);
  }

  beforeEach(() => {
    camera = new FakePublication();
    screen = new FakePublication();
  });

  it('FAIL-2 leaves everything to adaptive stream while the line is good', () => {
    ask('full');
    expect([camera.size, camera.fps, screen.size]).toEqual([null, null, null]);
  });

  it('FAIL-2 asks for fewer pictures first, then for small ones, and of the screen last for less', () => {
    ask('medium');
    expect(camera.fps).toBe(15);
    expect(camera.size?.width).toBeGreaterThan(1280);
    ask('low');
    expect([camera.fps, camera.size?.width, screen.size]).toEqual([15, 384, null]);
    ask('off');
    expect(screen.size).toEqual({ width: 1280, height: 720 });
  });

  it('FAIL-2 asks for all again, as large as it is shown', () => {
    ask('off');
    ask('full');
    expect([camera.fps, screen.fps]).toEqual([0, 0]);
    expect(camera.size?.width).toBe(3840);
    expect(screen.size?.width).toBe(3840);
  });
});
