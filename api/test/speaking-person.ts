import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
} from '@livekit/rtc-node';
import type { MediaAccess } from '../src/media/media-server.ts';

const sampleRate = 16_000;
const frame = sampleRate / 100;

/** Somebody in a room of LiveKit with a microphone, and without a browser. */
export class SpeakingPerson implements AsyncDisposable {
  private readonly room: Room;
  private readonly source: AudioSource;

  // Benchmarks run it as it stands, without a compiler.
  private constructor(room: Room, source: AudioSource) {
    this.room = room;
    this.source = source;
  }

  static async enter({ url, token }: Pick<MediaAccess, 'url' | 'token'>): Promise<SpeakingPerson> {
    const room = new Room();
    await room.connect(url, token, { autoSubscribe: false, dynacast: false });
    const source = new AudioSource(sampleRate, 1);
    const track = LocalAudioTrack.createAudioTrack('microphone', source);
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
    await room.localParticipant?.publishTrack(track, options);
    return new SpeakingPerson(room, source);
  }

  /** The names under which others are in the room. */
  get others(): readonly string[] {
    return [...this.room.remoteParticipants.keys()];
  }

  /** Resolves when all of it was heard, or `signal` came. */
  async says(samples: Int16Array, signal?: AbortSignal): Promise<void> {
    for (let at = 0; at + frame <= samples.length && !signal?.aborted; at += frame) {
      const part = samples.slice(at, at + frame);
      await this.source.captureFrame(new AudioFrame(part, sampleRate, 1, frame));
    }
    await this.source.waitForPlayout();
  }

  /** Says the same again and again. */
  async repeats(samples: Int16Array, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) await this.says(samples, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.room.disconnect();
  }
}
