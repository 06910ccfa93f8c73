import { Component, computed, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';

/** One round control with its word below it. */
@Component({
  selector: 'pl-control',
  imports: [Icon],
  template: `
    <button
      type="button"
      [attr.aria-label]="name()"
      [attr.aria-expanded]="isExpanded()"
      [attr.data-look]="look()"
      [title]="label()"
      (click)="press.emit()"
    >
      <span class="round">
        <pl-icon [name]="icon()" />
        @if (count() > 0) {
          <span class="count" aria-hidden="true">{{ count() > 99 ? '99+' : count() }}</span>
        }
      </span>
      <span class="word" aria-hidden="true">{{ text() || label() }}</span>
    </button>
  `,
  styleUrl: './control-button.css',
})
export class ControlButton {
  readonly icon = input.required<IconName>();
  /** What pressing it does. */
  readonly label = input.required<string>();
  /** A shorter word to show. */
  readonly text = input('');
  readonly look = input<'plain' | 'off' | 'danger'>('plain');
  readonly count = input(0);
  readonly isExpanded = input<boolean | null>(null);
  readonly press = output();

  protected readonly name = computed(() =>
    this.count() > 0 ? `${this.label()}, ${String(this.count())} unread` : this.label(),
  );
}
