import { Component, computed, inject, output, signal } from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { SpeakerStore } from './speaker-store';

type Stage = 'idle' | 'playing' | 'asking' | 'heard' | 'unheard' | 'refused';

const words: Readonly<Record<Stage, string>> = {
  idle: '',
  playing: 'Playing…',
  asking: 'Did you hear it?',
  heard: 'Your speaker works.',
  unheard: 'Turn up the volume, see that your headphones are connected, or choose another speaker.',
  refused: 'Your browser did not play the sound. Try again.',
};

/** Plays a sound and asks whether it was heard: nobody but the person can know. */
@Component({
  selector: 'pl-speaker-test',
  imports: [Button, Icon],
  template: `
    <button plButton size="small" type="button" [disabled]="stage() === 'playing'" (click)="play()">
      <pl-icon name="sound" /> Play test sound
    </button>
    <p role="status" [attr.data-stage]="stage()">
      @if (stage() === 'heard') {
        <pl-icon name="check" />
      }
      {{ text() }}
    </p>
    @if (stage() === 'asking') {
      <span class="answers">
        <button plButton look="primary" size="small" type="button" (click)="answer(true)">
          Yes
        </button>
        <button plButton size="small" type="button" (click)="answer(false)">No</button>
      </span>
    }
  `,
  styleUrl: './speaker-test.css',
})
export class SpeakerTest {
  private readonly speakers = inject(SpeakerStore);

  /** Whether the person heard it. */
  readonly heard = output<boolean>();

  protected readonly stage = signal<Stage>('idle');
  protected readonly text = computed(() => words[this.stage()]);

  protected async play(): Promise<void> {
    this.stage.set('playing');
    this.stage.set((await this.speakers.test()) ? 'asking' : 'refused');
  }

  protected answer(isHeard: boolean): void {
    this.stage.set(isHeard ? 'heard' : 'unheard');
    this.heard.emit(isHeard);
  }
}
