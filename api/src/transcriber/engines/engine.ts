/** What was understood. */
export interface Words {
  /** Empty where nothing was said. */
  readonly text: string;
  /** BCP 47; `null` where the engine does not know. */
  readonly language: string | null;
}

/** Understands speech: one utterance at a time, mono, 16,000 samples a second between -1 and 1. */
export interface SpeechEngine {
  /** By this name people are told what listens. */
  readonly name: string;
  recognise(samples: Float32Array): Promise<Words>;
}

/** Says of one voice, window by window, whether somebody speaks. It remembers what was before. */
export interface VoiceActivity {
  isVoice(window: Float32Array): boolean;
}

/** Samples of one window of `VoiceActivity`. */
export const windowSamples = 512;

/** What listens and understands cannot work here; the message says what is missing. */
export class EngineMissing extends Error {
  override readonly name = 'EngineMissing';
}
