import { RemoteVideoTrack, TrackEvent } from 'livekit-client';
import { keepSent } from './kept-sent';

describe('keepSent', () => {
  function aTrack(isAdaptive: boolean): RemoteVideoTrack {
    const [track] = document.createElement('canvas').captureStream().getTracks();
    if (!track) throw new Error('This browser makes no tracks.');
    // Only its size is asked for here; there is no line behind it.
    const receiver = {} as RTCRtpReceiver;
    return new RemoteVideoTrack(track, 'TR_1', receiver, isAdaptive ? {} : undefined);
  }

  it('ROOM-18 a picture that nobody looks at is sent as if somebody did, until it is let go', async () => {
    const track = aTrack(true);
    const seen: boolean[] = [];
    track.on(TrackEvent.VisibilityChanged, (isVisible) => seen.push(isVisible));
    const hidden = new Promise<void>((resolve) => {
      track.on(TrackEvent.VisibilityChanged, (isVisible) => {
        if (!isVisible) resolve();
      });
    });
    const release = keepSent(track, { width: 1280, height: 720 });
    expect(seen).toEqual([true]);
    release();
    await hidden;
    expect(seen).toEqual([true, false]);
  });

  it('ROOM-18 asks for nothing where everything is sent anyway', () => {
    expect(() => {
      keepSent(aTrack(false), { width: 1280, height: 720 })();
    }).not.toThrow();
  });
});
