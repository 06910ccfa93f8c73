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
      [attr.aria-haspopup]="popup()"
      [attr.aria-expanded]="isExpanded()"
      [attr.data-look]="look()"
      [title]="hint() || label()"
      (click)="press.emit()"
    >
      <span class="round" [attr.data-count]="shownCount()"><pl-icon [name]="icon()" /></span>
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
  /** What is shown to who points at it, where that is more than the label. */
  readonly hint = input('');
  readonly look = input<'plain' | 'off' | 'on' | 'danger'>('plain');
  readonly count = input(0);
  readonly popup = input<'menu' | null>(null);
  readonly isExpanded = input<boolean | null>(null);
  readonly press = output();

  protected readonly shownCount = computed(() => {
    const count = this.count();
    return count > 99 ? '99+' : count || null;
  });
  protected readonly name = computed(() =>
    this.count() > 0 ? `${this.label()}, ${String(this.count())} unread` : this.label(),
  );
}
