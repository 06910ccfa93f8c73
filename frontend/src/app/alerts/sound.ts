import { DOCUMENT, DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { fromEvent, merge } from 'rxjs';
import { type Chime, chimes, gainOf } from './domain/chimes';
import { ring } from './tones';

const gestures = ['click', 'keydown', 'pointerup'];

/** What this page can be heard with. Browsers keep it silent until the person has touched the page. */
@Service()
export class Sound {
  private readonly document = inject(DOCUMENT);
  private readonly state = signal<AudioContextState | null>(null);
  private context: AudioContext | null = null;

  readonly isReady = computed(() => this.state() === 'running');
  /** Whether a touch of the person's is all that is missing. */
  readonly isBlocked = computed(() => this.state() !== null && this.state() !== 'running');

  constructor() {
    // Any touch will do; the button is for who has not touched anything.
    const touches = merge(...gestures.map((name) => fromEvent(this.document, name)));
    const touching = touches.subscribe(() => {
      if (this.isBlocked()) void this.allow();
    });
    inject(DestroyRef).onDestroy(() => {
      touching.unsubscribe();
      this.rest();
    });
  }

  /** Finds out whether the browser lets us be heard. */
  prepare(): void {
    if (this.context || !('AudioContext' in globalThis)) return;
    const context = new AudioContext();
    this.context = context;
    context.onstatechange = () => {
      this.state.set(context.state);
    };
    this.state.set(context.state);
    if (context.state !== 'running') void this.allow();
  }

  /** Nothing is to be heard for a while: an open audio device keeps a laptop awake. */
  rest(): void {
    if (!this.context) return;
    this.context.onstatechange = null;
    void this.context.close();
    this.context = null;
    this.state.set(null);
  }

  /** To be called from a touch of the person's. */
  async allow(): Promise<void> {
    const { context } = this;
    try {
      await context?.resume();
      // The event of the change comes a moment later, too late for what is to be heard now.
      if (context && context === this.context) this.state.set(context.state);
    } catch {
      // It stays blocked, and so does the offer to turn it on.
    }
  }

  /** Rings at this volume, from 0 to 100. */
  play(chime: Chime, volume: number): void {
    if (!this.context || !this.isReady()) return;
    ring(this.context, chimes[chime], gainOf(volume));
  }
}
