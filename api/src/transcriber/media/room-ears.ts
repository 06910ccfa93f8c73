/** Takes the sound of one microphone: 16,000 samples a second, and when they came. */
export interface Ear {
  hear(samples: Int16Array, at: number): void;
  /** No more comes of this stream. */
  end(): void;
}

/** A room in which somebody listens whom nobody sees. */
export interface HeardRoom extends AsyncDisposable {
  /** False from when the way to the room was lost for good, or somebody else listens in our place. */
  readonly isThere: boolean;
  /** Takes the sound of the microphones from now on, or of none. */
  listen(isOpen: boolean): void;
}

/** The way to the sound of rooms. */
export interface RoomEars extends AsyncDisposable {
  /** Every new stream of a person's microphone gets an ear of its own. */
  enter(sessionId: string, earOf: (personId: string) => Ear): Promise<HeardRoom>;
}
