import { type WritableSignal, signal } from '@angular/core';
import {
  ConnectionQuality,
  DisconnectReason,
  type Participant,
  type RemoteParticipant,
  Room,
  RoomEvent,
  Track,
  type TrackPublication,
  VideoPresets,
} from 'livekit-client';
import type {
  Call,
  CallAccess,
  CallEnd,
  CallView,
  LocalDevice,
  Peer,
  Playable,
  Quality,
} from '../call';
import { LiveKitDevice } from './livekit-devices';

const qualities: Readonly<Record<ConnectionQuality, Quality>> = {
  [ConnectionQuality.Excellent]: 'excellent',
  [ConnectionQuality.Good]: 'good',
  [ConnectionQuality.Poor]: 'poor',
  [ConnectionQuality.Lost]: 'lost',
  [ConnectionQuality.Unknown]: 'unknown',
};

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.ActiveSpeakersChanged,
  RoomEvent.ConnectionQualityChanged,
  RoomEvent.AudioPlaybackStatusChanged,
] as const;

/** One LiveKit room, from connecting until LiveKit gives it up. */
export class LiveKitCall implements Call {
  private readonly room = new Room({
    adaptiveStream: true,
    dynacast: true,
    // The tracks outlive the room: the next attempt publishes the same ones.
    stopLocalTrackOnUnpublish: false,
    videoCaptureDefaults: { resolution: VideoPresets.h720.resolution },
  });
  private readonly shown: WritableSignal<CallView> = signal({
    link: 'connecting',
    peer: null,
    quality: 'unknown',
    isSoundAllowed: true,
    isElsewhere: false,
    wasElsewhere: false,
  });
  private readonly ending = Promise.withResolvers<CallEnd>();
  private ownPersonId = '';
  private isLeaving = false;

  readonly view = this.shown.asReadonly();
  readonly ended = this.ending.promise;

  constructor() {
    for (const change of changes) {
      this.room.on(change, () => {
        this.look();
      });
    }
    this.room
      .on(RoomEvent.Reconnecting, () => {
        this.setLink('reconnecting');
      })
      .on(RoomEvent.SignalReconnecting, () => {
        this.setLink('resuming');
      })
      .on(RoomEvent.Reconnected, () => {
        this.setLink('connected');
      })
      .on(RoomEvent.Disconnected, (reason) => {
        this.finish(reason);
      });
  }

  get sid(): string {
    return this.room.localParticipant.sid;
  }

  async connect({ url, token, identity }: CallAccess): Promise<void> {
    this.ownPersonId = personOf(identity);
    await this.room.connect(url, token);
    this.setLink('connected');
  }

  async publish(device: LocalDevice): Promise<void> {
    if (device instanceof LiveKitDevice)
      await this.room.localParticipant.publishTrack(device.local);
  }

  async withdraw(device: LocalDevice): Promise<void> {
    if (device instanceof LiveKitDevice)
      await this.room.localParticipant.unpublishTrack(device.local);
  }

  async allowSound(): Promise<void> {
    await this.room.startAudio();
    this.look();
  }

  async useSpeaker(speakerId: string): Promise<void> {
    await this.room.switchActiveDevice('audiooutput', speakerId);
  }

  async leave(): Promise<void> {
    this.isLeaving = true;
    await this.room.disconnect(false);
    this.ending.resolve('left');
  }

  private setLink(link: CallView['link']): void {
    this.shown.update((view) => ({ ...view, link }));
    this.look();
  }

  private finish(reason: DisconnectReason | undefined): void {
    this.shown.update((view) => ({ ...view, link: 'ended', peer: null }));
    if (this.isLeaving) this.ending.resolve('left');
    else if (reason === DisconnectReason.PARTICIPANT_REMOVED) this.ending.resolve('removed');
    else this.ending.resolve('lost');
  }

  private look(): void {
    const people = [...this.room.remoteParticipants.values()];
    const others = people.filter(({ identity }) => personOf(identity) !== this.ownPersonId);
    const own = people.filter((person) => !others.includes(person));
    this.shown.update((view) => ({
      ...view,
      peer: peerOf(others),
      quality: qualities[this.room.localParticipant.connectionQuality],
      isSoundAllowed: this.room.canPlaybackAudio,
      isElsewhere: own.length > 0,
      wasElsewhere: own.some((page) => isBefore(page, this.room.localParticipant)),
    }));
  }
}

/** Who was in first. Of two that came in at once all pages choose the same one. */
function isBefore(one: Participant, other: Participant): boolean {
  const by = (one.joinedAt?.getTime() ?? 0) - (other.joinedAt?.getTime() ?? 0);
  return by === 0 ? one.identity < other.identity : by < 0;
}

/** Several pages of one person are one peer: the newest that sends a picture, else the newest. */
function peerOf(participants: readonly RemoteParticipant[]): Peer | null {
  const newestFirst = [...participants].sort(
    (a, b) => (b.joinedAt?.getTime() ?? 0) - (a.joinedAt?.getTime() ?? 0),
  );
  const participant = newestFirst.find((one) => one.isCameraEnabled) ?? newestFirst[0];
  if (!participant) return null;
  const camera = participant.getTrackPublication(Track.Source.Camera);
  const microphone = participant.getTrackPublication(Track.Source.Microphone);
  return {
    personId: personOf(participant.identity),
    camera: playableOf(camera),
    microphone: playableOf(microphone),
    isCameraOn: participant.isCameraEnabled,
    isMicrophoneOn: participant.isMicrophoneEnabled,
    isSpeaking: participant.isSpeaking,
    quality: qualities[participant.connectionQuality],
  };
}

const playables = new WeakMap<Track, Playable>();

/** The same track gives the same playable, so that a media element is not attached anew. */
function playableOf(publication: TrackPublication | undefined): Playable | null {
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
  };
  playables.set(track, playable);
  return playable;
}

/** An identity is the person and one of their pages. */
function personOf(identity: string): string {
  return identity.split(':', 1)[0] ?? identity;
}
