import { type LocalTrack, type Room, RoomEvent } from 'livekit-client';

/**
 * The camera and the microphone of one room. LiveKit takes every track back and sends it anew when it
 * reconnects; one for which that fails it forgets, and the next reconnection is without it. Here it is
 * remembered, and sent again.
 */
export class SentTracks {
  private readonly tracks = new Set<LocalTrack>();

  constructor(private readonly room: Room) {
    room.on(RoomEvent.Reconnected, () => {
      void this.sendForgotten();
    });
  }

  async add(track: LocalTrack): Promise<void> {
    this.tracks.add(track);
    try {
      await this.room.localParticipant.publishTrack(track);
    } catch (error) {
      this.tracks.delete(track);
      throw error;
    }
  }

  async remove(track: LocalTrack): Promise<void> {
    this.tracks.delete(track);
    await this.room.localParticipant.unpublishTrack(track);
  }

  private async sendForgotten(): Promise<void> {
    const { localParticipant } = this.room;
    const sent = new Set(
      [...localParticipant.trackPublications.values()].map(({ track }) => track),
    );
    const forgotten = [...this.tracks].filter((track) => !sent.has(track));
    // What fails once more is sent with the next reconnection.
    await Promise.allSettled(forgotten.map((track) => localParticipant.publishTrack(track)));
  }
}
