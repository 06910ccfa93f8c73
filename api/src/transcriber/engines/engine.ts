/** What was understood. */
export interface Words {
  /** Empty where nothing was said. */
  readonly text: string;
  /** BCP 47; `null` where the engine does not know. */
  readonly language: string | null;
}

/**
 * Where the sound of one microphone goes to be understood, utterance by utterance, one after the other: mono,
 * 16,000 samples a second between -1 and 1, each time from the begin of the utterance.
 */
export interface Lane {
  /** What is said so far; `null` where something newer has come before its turn, or nothing is known yet. */
  soFar(utterance: string, samples: Float32Array): Promise<Words | null>;
  /** The whole of it; `null` where the engine failed. */
  whole(utterance: string, samples: Float32Array): Promise<Words | null>;
  /** Nothing more will come; what is in the air is still understood. */
  close(): void;
}

/** Understands speech. */
export interface SpeechEngine {
  /** By this name people are told what listens. */
  readonly name: string;
  /** Of longer utterances it understands nothing, or late. */
  readonly longestSeconds: number;
  lane(): Lane;
  /** For how long the oldest whole utterance waits, in milliseconds. */
  lagAt(now: number): number;
}

/** Understands one whole utterance a question. */
export interface Recogniser {
  readonly name: string;
  readonly longestSeconds: number;
  /** So many questions at the same time. */
  readonly parallel: number;
  recognise(samples: Float32Array): Promise<Words>;
}

/** Says of one voice, window by window, whether somebody speaks. It remembers what was before. */
export interface VoiceActivity {
  isVoice(window: Float32Array): boolean;
}

export const sampleRate = 16_000;

/** Samples of one window of `VoiceActivity`. */
export const windowSamples = 512;

/** What listens and understands cannot work here; the message says what is missing. */
export class EngineMissing extends Error {
  override readonly name = 'EngineMissing';
}
