/** Several sounds as one. */
export class SoundMix {
  private readonly context = new AudioContext();
  private readonly mixed = this.context.createMediaStreamDestination();
  private readonly sources = new Map<MediaStreamTrack, AudioNode>();

  constructor() {
    // It is silent until the person has pressed something, as whoever is in a call has.
    this.context.resume().catch(() => undefined);
  }

  get tracks(): readonly MediaStreamTrack[] {
    return this.mixed.stream.getAudioTracks();
  }

  /** These are heard from now on, and no others. */
  hear(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, source] of this.sources) {
      if (tracks.includes(track)) continue;
      source.disconnect();
      this.sources.delete(track);
    }
    for (const track of tracks) {
      if (this.sources.has(track) || track.readyState === 'ended') continue;
      const source = this.context.createMediaStreamSource(new MediaStream([track]));
      source.connect(this.mixed);
      this.sources.set(track, source);
    }
  }

  close(): void {
    this.hear([]);
    this.context.close().catch(() => undefined);
  }
}
