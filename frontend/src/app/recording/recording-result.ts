import {
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { endNote } from './domain/recording-words';
import { partText } from './domain/part-text';
import { RecordingStore } from './recording-store';

/** What was recorded of a session that is over: that it will come, and once it is there, to be played. */
@Component({
  selector: 'pl-recording-result',
  imports: [Button, Icon],
  templateUrl: './recording-result.html',
  styleUrl: './recording-result.css',
  providers: [RecordingStore],
})
export class RecordingResult {
  private readonly store = inject(RecordingStore);
  private readonly player = viewChild<ElementRef<HTMLVideoElement>>('player');

  readonly sessionId = input.required<string>();

  protected readonly recording = this.store.recording;
  protected readonly note = computed(() => {
    const recording = this.recording();
    return recording && endNote(recording);
  });
  /** What can be played, in order. */
  protected readonly parts = computed(() => {
    const ready = (this.recording()?.parts ?? []).filter(({ url }) => url !== null);
    return ready.map(({ id, url, ...part }, index) => ({
      ...{ id, url: url ?? '', text: partText(part) },
      name: ready.length === 1 ? 'Recording' : `Part ${String(index + 1)}`,
    }));
  });
  private readonly chosenId = signal<string | null>(null);
  protected readonly chosen = computed(
    () => this.parts().find(({ id }) => id === this.chosenId()) ?? null,
  );
  /** A signed address changes with each telling; what is played goes on as it began. */
  protected readonly source = signal('');

  constructor() {
    effect(() => {
      const sessionId = this.sessionId();
      untracked(() => {
        this.store.open(sessionId);
      });
    });
  }

  protected play(id: string): void {
    this.chosenId.set(id);
    this.source.set(this.chosen()?.url ?? '');
    this.player()?.nativeElement.focus();
  }

  /** One part after the other, as it was. */
  protected playNext(): void {
    const parts = this.parts();
    const next = parts[parts.findIndex(({ id }) => id === this.chosenId()) + 1];
    if (next) this.play(next.id);
  }
}
