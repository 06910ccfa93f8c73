import { LocalVideoTrack, type Room, Track, VideoQuality } from 'livekit-client';
import type { Rung } from '../domain/quality-ladder';
import { isCameraPaused, sendPictures } from './sent-pictures';

/** A camera whose sender is the browser's own, with the two layers that we publish. */
class Sending {
  readonly connection = new RTCPeerConnection();
  readonly track: LocalVideoTrack;
  readonly asked: VideoQuality[] = [];
  readonly sender: RTCRtpSender;
  readonly room: Room;

  constructor() {
    const [picture] = document.createElement('canvas').captureStream().getTracks();
    if (!picture) throw new Error('This browser makes no tracks.');
    const usual = { scaleResolutionDownBy: 1, maxBitrate: 1_700_000, maxFramerate: 30 };
    const { sender } = this.connection.addTransceiver(picture, {
      direction: 'sendonly',
      sendEncodings: [
        { rid: 'q', scaleResolutionDownBy: 3, maxBitrate: 180_000, maxFramerate: 20 },
        { rid: 'h', ...usual },
      ],
    });
    this.sender = sender;
    this.track = new LocalVideoTrack(picture, undefined, true);
    this.track.source = Track.Source.Camera;
    this.track.sender = sender;
    spyOn(this.track, 'setPublishingQuality').and.callFake((quality) => {
      this.asked.push(quality);
    });
    const getTrackPublication = (source: Track.Source) =>
      source === Track.Source.Camera ? { track: this.track } : undefined;
    this.room = { localParticipant: { getTrackPublication } } as unknown as Room;
  }

  async send(rung: Rung): Promise<void> {
    await sendPictures(this.room, rung);
  }

  layer(rid: string): RTCRtpEncodingParameters | undefined {
    return this.sender.getParameters().encodings.find((one) => one.rid === rid);
  }
}

describe('sendPictures', () => {
  let sending: Sending;

  beforeEach(() => {
    sending = new Sending();
  });

  afterEach(() => {
    sending.track.stop();
    sending.connection.close();
  });

  it('FAIL-2 touches nothing while the line is good', async () => {
    const before = sending.sender.getParameters().encodings;
    await sending.send('full');
    expect(sending.sender.getParameters().encodings).toEqual(before);
    expect(sending.asked).toEqual([]);
  });

  it('FAIL-2 sends a smaller and cheaper picture', async () => {
    await sending.send('medium');
    expect(sending.layer('h')?.maxBitrate).toBe(600_000);
    expect(sending.layer('h')?.maxFramerate).toBe(20);
    expect(sending.layer('h')?.scaleResolutionDownBy).toBe(1.5);
    expect(sending.layer('q')?.maxBitrate).toBe(180_000);
  });

  it('FAIL-2 then the small layer alone', async () => {
    await sending.send('medium');
    await sending.send('low');
    expect(sending.asked).toEqual([VideoQuality.LOW]);
    expect(sending.layer('q')?.maxBitrate).toBe(150_000);
    expect(isCameraPaused(sending.room)).toBe(false);
  });

  it('FAIL-2 at last none, and the camera stays on', async () => {
    await sending.send('off');
    expect(sending.sender.track).toBeNull();
    expect(sending.track.isMuted).toBe(false);
    expect(sending.track.mediaStreamTrack.enabled).toBe(true);
    expect(isCameraPaused(sending.room)).toBe(true);
  });

  it('FAIL-2 pauses again what was published anew meanwhile', async () => {
    await sending.send('off');
    await sending.sender.replaceTrack(sending.track.mediaStreamTrack);
    await sending.send('off');
    expect(sending.sender.track).toBeNull();
  });

  it('FAIL-2 leaves a camera alone that the person has turned off', async () => {
    await sending.track.mute();
    await sending.send('off');
    expect(sending.sender.track).not.toBeNull();
    expect(isCameraPaused(sending.room)).toBe(false);
  });

  it('FAIL-2 sends all again as it was', async () => {
    const before = sending.sender.getParameters().encodings;
    for (const rung of ['medium', 'low', 'off', 'low', 'medium', 'full', 'full'] as const) {
      await sending.send(rung);
    }
    const sizes = (layers: RTCRtpEncodingParameters[]) =>
      layers.map((one) => [one.maxBitrate, one.maxFramerate, one.scaleResolutionDownBy]);
    expect(sizes(sending.sender.getParameters().encodings)).toEqual(sizes(before));
    expect(sending.asked.at(-1)).toBe(VideoQuality.HIGH);
    expect(sending.sender.track).toBe(sending.track.mediaStreamTrack);
  });
});
