import { Component, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { Topic } from './topic-store';

/** The number of a topic, or the sign that it is done. */
@Component({
  selector: 'pl-topic-mark',
  imports: [Icon],
  template: `
    @if (state() === 'DONE') {
      <pl-icon name="check" />
    } @else {
      {{ number() }}
    }
  `,
  styles: `
    :host {
      display: grid;
      flex: none;
      place-items: center;
      inline-size: 1.6rem;
      block-size: 1.6rem;
      border-radius: 50%;
      background: var(--color-calm-soft);
      color: var(--color-calm);
      font-size: var(--text-xs);
      font-weight: 600;
      transition:
        background-color var(--motion),
        color var(--motion);
    }

    :host([data-state='CURRENT']) {
      background: var(--color-accent);
      color: var(--color-on-accent);
    }

    :host([data-state='DONE']) {
      background: var(--color-good-soft);
      color: var(--color-good);
    }
  `,
  host: { 'aria-hidden': 'true', '[attr.data-state]': 'state()' },
})
export class TopicMark {
  readonly state = input.required<Topic['state']>();
  readonly number = input.required<number>();
}
