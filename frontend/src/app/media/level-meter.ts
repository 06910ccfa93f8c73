import { Component, effect, input, output, signal } from '@angular/core';
import { listen } from './sound-level';

const steps = 14;
const bars = Array.from({ length: steps }, (_, index) => index);

/** How loud the microphone hears, so that people see that it does. */
@Component({
  selector: 'pl-level-meter',
  template: `
    @for (bar of bars; track bar) {
      <i [attr.data-lit]="bar < lit() || null"></i>
    }
  `,
  styleUrl: './level-meter.css',
  host: {
    role: 'meter',
    'aria-label': 'Microphone level',
    'aria-valuemin': '0',
    '[attr.aria-valuemax]': 'bars.length',
    '[attr.aria-valuenow]': 'lit()',
  },
})
export class LevelMeter {
  readonly track = input.required<MediaStreamTrack | null>();
  readonly isOn = input(true);
  /** Whether nothing at all comes from the microphone, told when it changes. */
  readonly silence = output<boolean>();

  protected readonly bars = bars;
  protected readonly lit = signal(0);

  constructor() {
    effect((onCleanup) => {
      const track = this.isOn() ? this.track() : null;
      if (!track) return;
      let wasSilent = false;
      this.silence.emit(false);
      const stopListening = listen(track, ({ level, isSilent }) => {
        this.lit.set(Math.round(level * steps));
        if (isSilent !== wasSilent) this.silence.emit(isSilent);
        wasSilent = isSilent;
      });
      onCleanup(() => {
        stopListening();
        this.lit.set(0);
      });
    });
  }
}
