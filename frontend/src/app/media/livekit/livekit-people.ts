import {
  ConnectionQuality,
  type Participant,
  type RemoteParticipant,
  RemoteVideoTrack,
  Track,
  type TrackPublication,
} from 'livekit-client';
import type { Peer, Playable, Quality, Rungs } from '../call';
import { keepSent } from './kept-sent';

/** What the line lets through. */
interface Line {
  readonly rungs: Rungs;
  readonly isPeerPaused: boolean;
}

export const qualities: Readonly<Record<ConnectionQuality, Quality>> = {
  [ConnectionQuality.Excellent]: 'excellent',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
};

/** Since when they are in the room, where they may have waited before it; as the API counts it. */
function enteredAt({ attributes, joinedAt }: Participant): number {
  return Math.max(joinedAt?.getTime() ?? 0, Number(attributes['enteredAt'] ?? 0) || 0);
}

/** Who was in first. Of two that came in at once all pages choose the same one. */
export function isBefore(one: Participant, other: Participant): boolean {
  const by = enteredAt(one) - enteredAt(other);
  return by === 0 ? one.identity < other.identity : by < 0;
}

/** Several pages of one person are one peer: the newest that sends a picture, else the newest. */
export function peerOf(participants: readonly RemoteParticipant[], line: Line): Peer | null {
  const newestFirst = [...participants].sort((a, b) => enteredAt(b) - enteredAt(a));
  const participant = newestFirst.find((one) => one.isCameraEnabled) ?? newestFirst[0];
  if (!participant) return null;
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  const { isCameraEnabled } = participant;
  const isLeftOut = isCameraEnabled && line.rungs.receiving === 'off';
  return {
    personId: personOf(participant.identity),
    camera: isLeftOut ? null : playableOf(camera),
    microphone: playableOf(microphone),
    isCameraOn: isCameraEnabled,
    isPicturePaused: isLeftOut || (!isCameraEnabled && line.isPeerPaused),
    isMicrophoneOn: participant.isMicrophoneEnabled,
    isSpeaking: participant.isSpeaking,
    isListening: participant.isActive,
    quality: qualities[participant.connectionQuality],
  };
}

const playables = new WeakMap<Track, Playable>();

/** The same track gives the same playable, so that a media element is not attached anew. */
export function playableOf(publication: TrackPublication | undefined): Playable | null {
  const track = publication?.track;
  if (!track) return null;
  const known = playables.get(track);
  if (known) return known;
  const playable: Playable = {
    attach: (element) => {
      track.attach(element);
    },
    detach: (element) => {
      track.detach(element);
    },
    ...(track instanceof RemoteVideoTrack && {
      keepSent: (size) => keepSent(track, size),
    }),
  };
  playables.set(track, playable);
  return playable;
}

/** An identity is the person and one of their pages. */
export function personOf(identity: string): string {
  return identity.split(':', 1)[0] ?? identity;
}
