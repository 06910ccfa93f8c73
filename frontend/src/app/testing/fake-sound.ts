/** A sound that nobody hears. */
export class FakeSound {
  /** The speakers that it came from, in order. */
  readonly played: string[] = [];
  failure: Error | null = null;

  play(speakerId: string): Promise<void> {
    if (this.failure) return Promise.reject(this.failure);
    this.played.push(speakerId);
    return Promise.resolve();
  }
}
