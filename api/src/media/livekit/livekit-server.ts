import {
  AccessToken,
  ParticipantInfo_State,
  RoomServiceClient,
  ServerError,
  TrackSource,
  WebhookReceiver,
} from 'livekit-server-sdk';
import type { Clock } from '../../platform/clock.ts';
import type { RoomPage, RosterEntry } from '../../presence/roster.ts';
import {
  type AccessRequest,
  ForgedNotice,
  type MediaAccess,
  type MediaNotice,
  type MediaServer,
  MediaServerAway,
  type MediaSource,
} from '../media-server.ts';
import { formatIdentity, parseIdentity } from './connection-identity.ts';
import { toNotice } from './livekit-notice.ts';

export interface LiveKitOptions {
  /** Where this program reaches LiveKit, `ws:` or `http:`. */
  readonly url: string;
  /** Where browsers reach it. */
  readonly publicUrl: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly timeoutMs: number;
}

const sources: Record<MediaSource, TrackSource> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen: TrackSource.SCREEN_SHARE,
  screenAudio: TrackSource.SCREEN_SHARE_AUDIO,
};

/** Seconds for which LiveKit keeps a room that is empty; our own word closes it, this is the net below. */
const emptyRoomSeconds = 3600;

/** The media port on LiveKit; the only place that knows its names. A room is named by its session. */
export class LiveKitServer implements MediaServer {
  private readonly rooms: RoomServiceClient;
  private readonly receiver: WebhookReceiver;

  constructor(
    private readonly options: LiveKitOptions,
    private readonly clock: Clock,
  ) {
    const { apiKey, apiSecret, timeoutMs } = options;
    const url = options.url.replace(/^ws/, 'http');
    this.rooms = new RoomServiceClient(url, apiKey, apiSecret, {
      requestTimeout: Math.max(1, Math.ceil(timeoutMs / 1000)),
      failover: false,
    });
    this.receiver = new WebhookReceiver(apiKey, apiSecret);
  }

  async openRoom(sessionId: string): Promise<void> {
    await asked(
      this.rooms.createRoom({
        name: sessionId,
        emptyTimeout: emptyRoomSeconds,
        departureTimeout: emptyRoomSeconds,
        maxParticipants: 12,
      }),
    );
  }

  async closeRoom(sessionId: string): Promise<void> {
    await asked(orIfMissing(this.rooms.deleteRoom(sessionId), undefined));
  }

  async openRooms(): Promise<readonly string[]> {
    const rooms = await asked(this.rooms.listRooms());
    return rooms.map((room) => room.name);
  }

  async inRoom(sessionId: string): Promise<readonly RosterEntry[]> {
    const participants = await asked(orIfMissing(this.rooms.listParticipants(sessionId), []));
    return participants.flatMap((participant): RosterEntry[] => {
      const identity = parseIdentity(participant.identity);
      const isThere =
        participant.state === ParticipantInfo_State.JOINED ||
        participant.state === ParticipantInfo_State.ACTIVE;
      if (!identity || !isThere) return [];
      return [{ ...identity, sid: participant.sid, joinedAt: Number(participant.joinedAtMs) }];
    });
  }

  async putOut(sessionId: string, page: RoomPage): Promise<void> {
    const removal = this.rooms.removeParticipant(sessionId, formatIdentity(page));
    await asked(orIfMissing(removal, undefined));
  }

  async access(request: AccessRequest): Promise<MediaAccess> {
    const identity = formatIdentity(request);
    const token = new AccessToken(this.options.apiKey, this.options.apiSecret, {
      identity,
      name: request.displayName,
      metadata: JSON.stringify({ personId: request.personId, role: request.role }),
      ttl: Math.max(1, Math.ceil((request.validUntil - this.clock.now()) / 1000)),
    });
    token.addGrant({
      room: request.sessionId,
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: request.sources.map((source) => sources[source]),
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    return {
      url: this.options.publicUrl,
      token: await token.toJwt(),
      identity,
      validUntil: request.validUntil,
    };
  }

  async readNotice(
    body: string,
    signature: string,
    receivedAt: number,
  ): Promise<MediaNotice | null> {
    const event = await this.receiver.receive(body, signature).catch((cause: unknown) => {
      throw new ForgedNotice('the notice is not signed by our media server', { cause });
    });
    return toNotice(event, receivedAt);
  }
}

async function orIfMissing<T>(answer: Promise<T>, missing: T): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) return missing;
    throw error;
  }
}

async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new MediaServerAway('the media server did not answer as it should', { cause });
  }
}
