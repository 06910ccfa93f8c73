import { Component, effect, input, signal } from '@angular/core';
import { loudness, nextLevel } from './domain/sound-level';

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

  protected readonly bars = bars;
  protected readonly lit = signal(0);

  constructor() {
    effect((onCleanup) => {
      const track = this.isOn() ? this.track() : null;
      if (!track) return;
      const listening = listen(track, (level) => {
        this.lit.set(Math.round(level * steps));
      });
      onCleanup(() => {
        listening();
        this.lit.set(0);
      });
    });
  }
}

/** A dozen times a second is what an eye follows; every frame would cost a quarter of a core. */
const measureMs = 80;

/** Tells the level of `track` again and again until the returned function is called. */
function listen(track: MediaStreamTrack, tell: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let level = 0;
  const measure = () => {
    analyser.getFloatTimeDomainData(samples);
    level = nextLevel(level, loudness(samples));
    tell(level);
  };
  measure();
  const timer = setInterval(measure, measureMs);
  return () => {
    clearInterval(timer);
    void context.close();
  };
}
