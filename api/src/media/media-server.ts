import type { RoomRoster } from '../presence/roster.ts';
import type { RecorderReport } from '../recording/recorder.ts';

/** What a person's browser may send into the room. */
export type MediaSource = 'camera' | 'microphone' | 'screen' | 'screenAudio';

export interface AccessRequest {
  readonly sessionId: string;
  readonly personId: string;
  /** Names one page of the person, so that two tabs are two connections. */
  readonly connectionId: string;
  readonly displayName: string;
  readonly role: 'MENTOR' | 'LEARNER';
  readonly sources: readonly MediaSource[];
  /** The token works for this room only and until this instant. */
  readonly validUntil: number;
  /** `DOOR`: connected already, and neither seen nor sending nor receiving until they are let in. */
  readonly stay: 'ROOM' | 'DOOR';
}

/** A page that waits at the door and is to come in at this instant. */
export type Admission = Omit<AccessRequest, 'stay' | 'validUntil'> & { readonly at: number };

/** Somebody who tries their way to the media server. */
export interface CheckRequest {
  readonly personId: string;
  /** Names one page of the person, so that two tabs are two connections. */
  readonly connectionId: string;
  readonly displayName: string;
  readonly validUntil: number;
}

/** What a browser needs to enter a room. */
export interface MediaAccess {
  readonly url: string;
  readonly token: string;
  readonly identity: string;
  readonly validUntil: number;
}

/** `NEVER_CONNECTED`: they came, and neither picture nor sound ever got through. */
type HowLeft =
  'BY_CLIENT' | 'ABORTED' | 'NEVER_CONNECTED' | 'REMOVED' | 'SERVER_DOWN' | 'ROOM_CLOSED';

/** What the media server tells of a room, verified as its own word. */
export type MediaNotice =
  | {
      readonly kind: 'JOINED';
      readonly sessionId: string;
      readonly personId: string;
      readonly connectionId: string;
      readonly sid: string;
      readonly at: number;
    }
  | {
      readonly kind: 'LEFT';
      readonly sessionId: string;
      readonly personId: string;
      readonly connectionId: string;
      readonly sid: string;
      readonly joinedAt: number;
      readonly at: number;
      readonly how: HowLeft;
    }
  | { readonly kind: 'ROOM_CLOSED'; readonly sessionId: string; readonly at: number }
  | { readonly kind: 'RECORDER_TOLD'; readonly report: RecorderReport };

/** The word of somebody who is not our media server. */
export class ForgedNotice extends Error {
  override readonly name = 'ForgedNotice';
}

/** The media server did not answer, or answered with a failure. */
export class MediaServerAway extends Error {
  override readonly name = 'MediaServerAway';
}

/**
 * The place where the pictures and the sound meet, one room for each session.
 * Every method but `access` and `readNotice` rejects with `MediaServerAway` when it cannot be reached in time.
 */
export interface MediaServer extends RoomRoster {
  /** Makes the room; makes sure of it where it exists already. */
  openRoom(sessionId: string): Promise<void>;
  /** Puts everybody out and forgets the room; nothing where there is none. */
  closeRoom(sessionId: string): Promise<void>;
  /** The sessions that have a room now. */
  openRooms(): Promise<readonly string[]>;
  /** Who waits at the door is in no roster, and no notice is given of them until they are let in. */
  access(request: AccessRequest): Promise<MediaAccess>;
  /** Lets in who waits at the door; gives the name of their stay, `null` where they do not wait. */
  letIn(admission: Admission): Promise<string | null>;
  /**
   * Makes a room of the person's own to try the way in, which vanishes when they are gone. It is none
   * of `openRooms`, and no notice is given of it.
   */
  openCheck(request: CheckRequest): Promise<MediaAccess>;
  /**
   * Reads a notice posted by the media server; `null` where it is of no interest.
   * Rejects with `ForgedNotice` where its signature is not right.
   */
  readNotice(body: string, signature: string, receivedAt: number): Promise<MediaNotice | null>;
}
