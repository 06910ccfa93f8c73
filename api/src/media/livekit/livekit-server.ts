import {
  AccessToken,
  type ParticipantInfo,
  ParticipantInfo_State,
  RoomServiceClient,
  ServerError,
  TrackSource,
  type VideoGrant,
  WebhookReceiver,
} from 'livekit-server-sdk';
import type { Clock } from '../../platform/clock.ts';
import type { RoomPage, RosterEntry } from '../../presence/roster.ts';
import {
  type AccessRequest,
  type Admission,
  type CheckRequest,
  ForgedNotice,
  type MediaAccess,
  type MediaNotice,
  type MediaServer,
  MediaServerAway,
  type MediaSource,
} from '../media-server.ts';
import { checkRoomOf, isCheckRoom } from './check-room.ts';
import { formatIdentity, parseIdentity } from '../connection-identity.ts';
import { entered, enteredAt, isAtDoor } from './door.ts';
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

/** A room to try the way in is for a few pages of one person, and goes soon after them. */
const checkRoomLimits = { emptyTimeout: 60, departureTimeout: 20, maxParticipants: 4 };

type Rights = Pick<
  VideoGrant,
  'canPublish' | 'canSubscribe' | 'canPublishData' | 'canPublishSources' | 'hidden'
>;

const rightsAtDoor: Rights = {
  ...{ canPublish: false, canSubscribe: false, canPublishData: false },
  hidden: true,
};

function rightsInRoom(request: Pick<AccessRequest, 'sources'>): Rights {
  return {
    ...{ canPublish: true, canSubscribe: true },
    // A few words between the two, such as "types", go past us.
    canPublishData: true,
    canPublishSources: request.sources.map((source) => sources[source]),
  };
}

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
    return rooms.map((room) => room.name).filter((name) => !isCheckRoom(name));
  }

  async inRoom(sessionId: string): Promise<readonly RosterEntry[]> {
    const participants = await asked(orIfMissing(this.rooms.listParticipants(sessionId), []));
    return participants.flatMap((participant): RosterEntry[] => {
      const identity = parseIdentity(participant.identity);
      const isThere =
        participant.state === ParticipantInfo_State.JOINED ||
        participant.state === ParticipantInfo_State.ACTIVE;
      if (!identity || !isThere || isAtDoor(participant)) return [];
      return [{ ...identity, sid: participant.sid, joinedAt: enteredAt(participant) }];
    });
  }

  async putOut(sessionId: string, page: RoomPage): Promise<void> {
    const removal = this.rooms.removeParticipant(sessionId, formatIdentity(page));
    await asked(orIfMissing(removal, undefined));
  }

  async access(request: AccessRequest): Promise<MediaAccess> {
    const { personId, role, sessionId: room } = request;
    const metadata = JSON.stringify({ personId, role });
    const rights = request.stay === 'DOOR' ? rightsAtDoor : rightsInRoom(request);
    return await this.tokenFor(request, metadata, { room, ...rights });
  }

  async letIn(admission: Admission): Promise<string | null> {
    const { sessionId, at } = admission;
    const update = this.rooms.updateParticipant(sessionId, formatIdentity(admission), {
      permission: { ...rightsInRoom(admission), hidden: false },
      attributes: entered(at),
    });
    const participant = await asked(orIfMissing<ParticipantInfo | null>(update, null));
    return participant?.sid ?? null;
  }

  async openCheck(request: CheckRequest): Promise<MediaAccess> {
    const room = checkRoomOf(request.personId);
    await asked(this.rooms.createRoom({ name: room, ...checkRoomLimits }));
    return await this.tokenFor(request, '', {
      room,
      ...{ canPublish: true, canSubscribe: false, canPublishData: false },
      canPublishSources: [sources.camera],
    });
  }

  /** Proof of the right to enter one room, as one page of one person, until an instant. */
  private async tokenFor(
    page: CheckRequest,
    metadata: string,
    grant: Pick<VideoGrant, 'room'> & Rights,
  ): Promise<MediaAccess> {
    const { apiKey, apiSecret, publicUrl: url } = this.options;
    const { displayName: name, validUntil } = page;
    const identity = formatIdentity(page);
    const ttl = Math.max(1, Math.ceil((validUntil - this.clock.now()) / 1000));
    const token = new AccessToken(apiKey, apiSecret, { identity, name, metadata, ttl });
    token.addGrant({ roomJoin: true, canUpdateOwnMetadata: false, ...grant });
    return { url, token: await token.toJwt(), identity, validUntil };
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
