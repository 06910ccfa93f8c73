import {
  type LocalTrack,
  type Participant,
  type Room,
  ScreenSharePresets,
  Track,
  TrackEvent,
  type TrackPublication,
  type TrackPublishOptions,
  createLocalScreenTracks,
} from 'livekit-client';
import type { LocalScreen, SharedScreen } from '../call';
import { newestScreen, screenName, startOf } from '../domain/newest-screen';
import { personOf, playableOf } from './livekit-people';

/**
 * Sharp text matters more than smooth motion: full HD at 15 pictures a second, and when the line is
 * short pictures are left out before lines become unreadable. The lower layer is for a line so
 * short that full HD would stand still.
 */
const picture: TrackPublishOptions = {
  screenShareEncoding: ScreenSharePresets.h1080fps15.encoding,
  screenShareSimulcastLayers: [ScreenSharePresets.h720fps5],
  degradationPreference: 'maintain-resolution',
};

/** What is played may be music: in stereo, and no silence is cut out of it. */
const sound: TrackPublishOptions = { dtx: false, forceStereo: true };

/** What the person chose to show. */
export class LiveKitScreen implements LocalScreen {
  constructor(private readonly tracks: readonly LocalTrack[]) {}

  get hasSound(): boolean {
    return this.tracks.some(({ kind }) => kind === Track.Kind.Audio);
  }

  stop(): void {
    for (const track of this.tracks) track.stop();
  }

  whenGone(callback: () => void): void {
    this.tracks.find(({ kind }) => kind === Track.Kind.Video)?.on(TrackEvent.Ended, callback);
  }

  async publish(room: Room, startedAt: number): Promise<void> {
    for (const track of this.tracks) {
      const options = track.kind === Track.Kind.Video ? picture : sound;
      const name = screenName(startedAt);
      await room.localParticipant.publishTrack(track, { ...options, name });
    }
  }

  async unpublish(room: Room): Promise<void> {
    for (const track of this.tracks) await room.localParticipant.unpublishTrack(track);
  }
}

export async function openScreen(): Promise<LiveKitScreen> {
  const tracks = await createLocalScreenTracks({
    // The voice in the call must not come back with what is shared.
    audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    resolution: ScreenSharePresets.h1080fps15.resolution,
    contentHint: 'detail',
    selfBrowserSurface: 'exclude',
    surfaceSwitching: 'include',
    systemAudio: 'include',
  });
  return new LiveKitScreen(tracks);
}

/** The screen that is shown to all: of several the one that was begun last. */
export function screenOf(room: Room): SharedScreen | null {
  const people = [room.localParticipant, ...room.remoteParticipants.values()];
  const screens = people.flatMap((participant) => {
    const publication = participant.getTrackPublication(Track.Source.ScreenShare);
    const playable = playableOf(publication);
    if (!publication || !playable) return [];
    const { identity } = participant;
    return [
      { identity, startedAt: startOf(publication.trackName), participant, playable, publication },
    ];
  });
  const newest = newestScreen(screens);
  if (!newest) return null;
  const { participant, playable, publication } = newest;
  const isOwn = participant === room.localParticipant;
  return {
    personId: personOf(participant.identity),
    isOwn,
    picture: playable,
    sound: isOwn ? null : soundOf(participant),
    ownSound: isOwn ? soundOf(participant) : null,
    isWholeScreen: isOwn && isWholeScreen(publication),
  };
}

function soundOf(participant: Participant): SharedScreen['sound'] {
  return playableOf(participant.getTrackPublication(Track.Source.ScreenShareAudio));
}

function isWholeScreen({ track }: TrackPublication): boolean {
  const settings: MediaTrackSettings | undefined = track?.mediaStreamTrack.getSettings();
  return settings?.displaySurface === 'monitor';
}
