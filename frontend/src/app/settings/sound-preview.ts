import { InjectionToken } from '@angular/core';

/** What can be tried out by ear. */
export type Sample = 'five-minutes' | 'one-minute' | 'ten-seconds' | 'voice';

/** Lets a person hear what they choose. */
export interface SoundPreview {
  /** To be called from a press, without which browsers keep silent; volume from 0 to 100. */
  play(sample: Sample, volume: number): void;
}

/** Given by whoever makes the sounds; as long as nobody does, there is nothing to press. */
export const soundPreview = new InjectionToken<SoundPreview | null>('what can be heard', {
  factory: () => null,
});
