import { Component, computed, input, model, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';

/** Where words are searched for: how often they were found, and the way from one place to the next. */
@Component({
  selector: 'pl-transcript-search',
  imports: [Icon],
  template: `
    <div class="field">
      <pl-icon name="search" />
      <input
        #box
        type="search"
        aria-label="Search the transcript"
        placeholder="Search"
        maxlength="100"
        autocomplete="off"
        spellcheck="false"
        [value]="text()"
        (input)="text.set(box.value)"
        (keydown.enter)="go($event)"
        (keydown.shift.enter)="go($event)"
        (keydown.escape)="clear($event)"
      />
      <span class="count" role="status">{{ count() }}</span>
    </div>
    @if (text().trim() !== '') {
      <button
        type="button"
        aria-label="Previous"
        [disabled]="found() === 0"
        (click)="step.emit(-1)"
      >
        <pl-icon name="chevron-up" />
      </button>
      <button type="button" aria-label="Next" [disabled]="found() === 0" (click)="step.emit(1)">
        <pl-icon name="chevron-down" />
      </button>
    }
  `,
  styleUrl: './transcript-search.css',
})
export class TranscriptSearch {
  readonly text = model.required<string>();
  readonly found = input.required<number>();
  /** The how manieth is the current one, from 0. */
  readonly at = input.required<number>();
  readonly step = output<-1 | 1>();

  protected readonly count = computed(() => {
    if (this.text().trim() === '') return '';
    if (this.found() === 0) return 'Not found';
    return `${String(this.at() + 1)} of ${String(this.found())}`;
  });

  protected go(event: Event): void {
    event.preventDefault();
    this.step.emit(event instanceof KeyboardEvent && event.shiftKey ? -1 : 1);
  }

  /** Escape empties the field first; in an empty one it is for who closes the panel. */
  protected clear(event: Event): void {
    if (this.text() === '') return;
    event.stopPropagation();
    event.preventDefault();
    this.text.set('');
  }
}
