import { signal } from '@angular/core';
import { type RemoteParticipant, Room, RoomEvent, setLogLevel } from 'livekit-client';
import type { Audience, AudienceView, Seen } from '../audience';
import { peerOf, personOf } from './livekit-people';
import { screenOf } from './livekit-screen';

setLogLevel('error');

/** All that comes is shown: what it costs is paid by the machine that records. */
const wholeLine = { rungs: { sending: 'off', receiving: 'full' }, isPeerPaused: false } as const;

const changes = [
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantActive,
  RoomEvent.ParticipantDisconnected,
  RoomEvent.ParticipantNameChanged,
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackMuted,
  RoomEvent.TrackUnmuted,
  RoomEvent.ActiveSpeakersChanged,
] as const;

/** One LiveKit room, from where only LiveKit's own recorder looks. */
export class LiveKitAudience implements Audience {
  // A page that is recorded is looked at by no window, and a pixel of it is a pixel of the file.
  private readonly room = new Room({
    adaptiveStream: { pixelDensity: 1, pauseVideoInBackground: false },
  });
  private readonly shown = signal<AudienceView>({ link: 'connecting', people: [], screen: null });

  readonly view = this.shown.asReadonly();

  constructor() {
    for (const change of changes) {
      this.room.on(change, () => {
        this.look('connected');
      });
    }
    this.room
      .on(RoomEvent.Reconnecting, () => {
        this.look('reconnecting');
      })
      .on(RoomEvent.Reconnected, () => {
        this.look('connected');
      })
      .on(RoomEvent.Disconnected, () => {
        this.shown.set({ link: 'ended', people: [], screen: null });
      });
  }

  async connect(url: string, token: string): Promise<void> {
    await this.room.connect(url, token);
    this.look('connected');
  }

  async leave(): Promise<void> {
    await this.room.disconnect();
  }

  private look(link: AudienceView['link']): void {
    const people = [...this.room.remoteParticipants.values()];
    const pages = Map.groupBy(people, ({ identity }) => personOf(identity));
    const seen = [...pages.values()].flatMap((ofOne) => seenOf(ofOne));
    seen.sort((one, other) => Number(other.isMentor) - Number(one.isMentor));
    this.shown.set({ link, people: seen, screen: screenOf(this.room) });
  }
}

/** Several pages of one person are one person. */
function seenOf(pages: readonly RemoteParticipant[]): readonly Seen[] {
  const peer = peerOf(pages, wholeLine);
  const [page] = pages;
  if (!peer || !page) return [];
  return [{ ...peer, name: page.name ?? '', isMentor: roleOf(page) === 'MENTOR' }];
}

/** What the api wrote into the token. */
function roleOf({ metadata }: RemoteParticipant): unknown {
  try {
    return (JSON.parse(metadata ?? '') as { readonly role?: unknown } | null)?.role;
  } catch {
    return undefined;
  }
}
