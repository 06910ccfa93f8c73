import { Service, inject } from '@angular/core';
import { Sound } from '../alerts/sound';
import { Voice } from '../alerts/voice';

export type Sample = 'five-minutes' | 'one-minute' | 'ten-seconds';

/** Lets a person hear what they choose. Provided by the page with a `Sound` of its own, which ends with it. */
@Service({ autoProvided: false })
export class SoundPreview {
  private readonly sound = inject(Sound);
  private readonly voice = inject(Voice);

  /** To be called from a press, without which browsers keep silent; volume from 0 to 100. */
  async play(sample: Sample, volume: number): Promise<void> {
    this.sound.prepare();
    await this.sound.allow();
    this.sound.play(sample, volume);
  }

  speak(): void {
    this.voice.speak('about-to-start');
  }
}
