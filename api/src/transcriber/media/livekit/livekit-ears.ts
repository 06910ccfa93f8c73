import type { ReadableStreamDefaultReader } from 'node:stream/web';
import type {
  AudioFrame,
  RemoteParticipant,
  RemoteTrack,
  Room,
  TrackPublication,
} from '@livekit/rtc-node';
import { AccessToken } from 'livekit-server-sdk';
import { parseIdentity } from '../../../media/connection-identity.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import { EngineMissing } from '../../engines/engine.ts';
import type { Ear, HeardRoom, RoomEars } from '../room-ears.ts';

type Rtc = typeof import('@livekit/rtc-node');
type Stream = ReadableStreamDefaultReader<AudioFrame>;

export interface LiveKitEarsOptions {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** One of no person; who enters under it takes the place of whoever has it. */
const identity = 'transcriber';
const sampleRate = 16_000;
const frameMs = 20;
const tokenSeconds = 6 * 3600;
const patienceMs = 15_000;

/** Listens in rooms of LiveKit: hidden, to microphones alone, and without a voice of its own. */
export class LiveKitEars implements RoomEars {
  private constructor(
    private readonly rtc: Rtc,
    private readonly options: LiveKitEarsOptions,
  ) {}

  /** Rejects with `EngineMissing` where the program of LiveKit does not run here. */
  static async open(options: LiveKitEarsOptions): Promise<LiveKitEars> {
    try {
      return new LiveKitEars(await import('@livekit/rtc-node'), options);
    } catch (cause) {
      const place = `${process.platform} on ${process.arch}`;
      throw new EngineMissing(`there is no way to listen in rooms for ${place}`, { cause });
    }
  }

  async enter(sessionId: string, earOf: (personId: string) => Ear): Promise<HeardRoom> {
    const { url, clock, logger } = this.options;
    const room = new this.rtc.Room();
    const heard = new LiveKitRoom(this.rtc, room, { earOf, clock, logger });
    const token = await this.tokenFor(sessionId);
    const options = { autoSubscribe: false, dynacast: false };
    try {
      await inTime(room.connect(url.replace(/^http/, 'ws'), token, options));
      return heard;
    } catch (error) {
      void room.disconnect().catch(() => undefined);
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rtc.dispose();
  }

  private tokenFor(room: string): Promise<string> {
    const { apiKey, apiSecret } = this.options;
    const token = new AccessToken(apiKey, apiSecret, { identity, ttl: tokenSeconds });
    token.addGrant({
      ...{ roomJoin: true, room, hidden: true, canSubscribe: true },
      ...{ canPublish: false, canPublishData: false, canUpdateOwnMetadata: false },
    });
    return token.toJwt();
  }
}

interface Listener {
  readonly earOf: (personId: string) => Ear;
  readonly clock: Clock;
  readonly logger: Logger;
}

class LiveKitRoom implements HeardRoom {
  isThere = true;
  private isOpen = false;
  /** By the track, which is another one after every new subscription. */
  private readonly streams = new Map<string, Stream>();

  constructor(
    private readonly rtc: Rtc,
    private readonly room: Room,
    private readonly listener: Listener,
  ) {
    const { RoomEvent } = rtc;
    room.on(RoomEvent.TrackPublished, (publication) => {
      this.want(publication);
    });
    room.on(RoomEvent.TrackSubscribed, (track, publication, participant) => {
      if (this.isMicrophone(publication)) this.take(track, participant);
    });
    room.on(RoomEvent.TrackUnsubscribed, (track) => {
      this.leave(track.sid ?? '');
    });
    room.on(RoomEvent.Reconnected, () => {
      this.wantAll();
    });
    room.on(RoomEvent.Disconnected, () => {
      this.isThere = false;
      this.leaveAll();
    });
  }

  listen(isOpen: boolean): void {
    if (this.isOpen === isOpen) return;
    this.isOpen = isOpen;
    this.wantAll();
    if (!isOpen) this.leaveAll();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isThere = false;
    this.leaveAll();
    await inTime(this.room.disconnect());
  }

  private wantAll(): void {
    for (const { trackPublications } of this.room.remoteParticipants.values()) {
      for (const publication of trackPublications.values()) this.want(publication);
    }
  }

  private want(publication: TrackPublication): void {
    if (!this.isMicrophone(publication)) return;
    if (publication instanceof this.rtc.RemoteTrackPublication) {
      publication.setSubscribed(this.isOpen);
    }
  }

  private isMicrophone({ source }: TrackPublication): boolean {
    return source === this.rtc.TrackSource.SOURCE_MICROPHONE;
  }

  private take(track: RemoteTrack, participant: RemoteParticipant): void {
    const person = parseIdentity(participant.identity);
    if (!person || !this.isOpen) return;
    const sid = track.sid ?? '';
    this.leave(sid);
    const stream = new this.rtc.AudioStream(track, {
      sampleRate,
      numChannels: 1,
      frameSizeMs: frameMs,
    });
    const reader = stream.getReader();
    this.streams.set(sid, reader);
    void this.pass(reader, this.listener.earOf(person.personId));
  }

  /** Passes the sound on until the stream ends. */
  private async pass(reader: Stream, ear: Ear): Promise<void> {
    const { clock, logger } = this.listener;
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        ear.hear(value.data, clock.now());
      }
    } catch (error) {
      logger.warn({ err: error }, 'the sound of a microphone broke off');
    } finally {
      ear.end();
    }
  }

  private leaveAll(): void {
    for (const sid of [...this.streams.keys()]) this.leave(sid);
  }

  private leave(sid: string): void {
    const reader = this.streams.get(sid);
    this.streams.delete(sid);
    void reader?.cancel().catch(() => undefined);
  }
}

/** The answer, or a failure where it takes too long: the library waits for some of them for ever. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error('the media server did not answer in time'));
  }, patienceMs);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
