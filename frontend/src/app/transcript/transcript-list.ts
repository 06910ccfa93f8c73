import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { chunksOf } from './domain/line-chunks';
import type { Spoken } from './domain/transcript-log';
import { type HitPlace, TranscriptChunk } from './lines/transcript-chunk';

/** So many portions are drawn at once; the others, from the end to the beginning, when there is time. */
const firstChunks = 2;
const steps: Readonly<Record<string, -1 | 1>> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * What was said, line by line. All of it is on the page, so that the browser finds it and everything
 * can be selected; but only what is in sight is laid out. Arrows go from line to line, Enter copies.
 */
@Component({
  selector: 'pl-transcript-list',
  imports: [TranscriptChunk],
  template: `
    @for (chunk of shown(); track chunk.at) {
      <pl-transcript-chunk
        [lines]="chunk.lines"
        [search]="search()"
        [current]="current()"
        (copied)="copied.emit($event)"
      />
    }
  `,
  styles: ':host { display: block; }',
  host: { '(keydown)': 'move($event)' },
})
export class TranscriptList {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly lines = input.required<readonly Spoken[]>();
  /** What is searched for, as it is compared. */
  readonly search = input('');
  readonly current = input<HitPlace | null>(null);
  readonly copied = output<Spoken>();

  private readonly chunks = linkedSignal<readonly Spoken[], readonly (readonly Spoken[])[]>({
    source: this.lines,
    computation: (lines, before) => chunksOf(lines, before?.value ?? []),
  });
  private readonly drawn = signal(firstChunks);
  /** From the first portion that is drawn to the last one. */
  protected readonly shown = computed(() => {
    const chunks = this.chunks();
    const from = Math.min(chunks.length - this.drawn(), this.chunkOfCurrent());
    return chunks.map((lines, at) => ({ at, lines })).slice(Math.max(0, from));
  });
  private readonly chunkOfCurrent = computed(() => {
    const lineId = this.current()?.lineId;
    if (lineId === undefined) return Infinity;
    const at = this.chunks().findIndex((chunk) => chunk.some(({ id }) => id === lineId));
    return at < 0 ? Infinity : at;
  });
  private readonly drawMore = () => {
    this.drawn.update((count) => count + 1);
  };
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const isMore = this.chunks().length > this.drawn();
      untracked(() => {
        clearTimeout(this.waiting);
        // One at a time, with room for everything else in between.
        if (isMore) this.waiting = setTimeout(this.drawMore, 30);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.waiting);
    });
  }

  protected move(event: KeyboardEvent): void {
    const focused = document.activeElement?.closest<HTMLElement>('[data-line]');
    if (!focused || !this.host.contains(focused)) return;
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const all = [...this.host.querySelectorAll<HTMLElement>('[data-line]')];
      all[all.indexOf(focused) + step]?.focus();
    } else if (event.key === 'Enter' && event.target === focused) {
      const line = this.lines().find(({ id }) => id === focused.dataset['line']);
      if (line) this.copied.emit(line);
    }
  }

  /** Takes the keyboard to the newest line. */
  focusLast(): void {
    const lines = this.host.querySelectorAll<HTMLElement>('[data-line]');
    lines[lines.length - 1]?.focus();
  }

  /** Brings the current mark into sight. */
  reveal(): void {
    this.host.querySelector('mark[data-current]')?.scrollIntoView({ block: 'center' });
  }
}
