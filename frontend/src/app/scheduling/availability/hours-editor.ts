import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  model,
} from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import {
  type TimeRange,
  changedRange,
  withRange,
  withoutRange,
} from '../domain/availability-draft';

/** The ranges of one day: add, change, remove, by keyboard too. */
@Component({
  selector: 'pl-hours-editor',
  imports: [Button, Icon],
  template: `
    @for (range of hours(); track $index) {
      <div class="range" role="group" [attr.aria-label]="day() + ', time ' + ($index + 1)">
        <input
          #from
          type="time"
          step="300"
          [attr.aria-label]="day() + ' from'"
          [attr.aria-invalid]="isWrong() || null"
          [attr.aria-describedby]="isWrong() ? faultId() : null"
          [value]="range.from"
          (change)="change($index, { from: from.value })"
        />
        <span aria-hidden="true">–</span>
        <input
          #to
          type="time"
          step="300"
          [attr.aria-label]="day() + ' to'"
          [attr.aria-invalid]="isWrong() || null"
          [attr.aria-describedby]="isWrong() ? faultId() : null"
          [value]="range.to"
          (change)="change($index, { to: to.value })"
        />
        <button
          plButton
          look="quiet"
          size="small"
          type="button"
          [attr.aria-label]="'Remove ' + day() + ' ' + range.from + ' to ' + range.to"
          (click)="remove($index)"
        >
          <pl-icon name="trash" />
        </button>
      </div>
    } @empty {
      <span class="off">{{ emptyText() }}</span>
    }
    <button
      class="add"
      plButton
      look="quiet"
      size="small"
      type="button"
      [attr.aria-label]="'Add a time on ' + day()"
      (click)="add()"
    >
      <pl-icon name="plus" /> Add
    </button>
  `,
  styleUrl: './hours-editor.css',
})
export class HoursEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  /** What the day is called. */
  readonly day = input.required<string>();
  readonly hours = model.required<readonly TimeRange[]>();
  readonly emptyText = input('Unavailable');
  readonly isWrong = input(false);
  readonly faultId = input<string | null>(null);

  protected add(): void {
    this.hours.update(withRange);
    this.focusNext(() => [...this.host.querySelectorAll('input')].at(-2));
  }

  protected remove(index: number): void {
    this.hours.update((hours) => withoutRange(hours, index));
    this.focusNext(() => this.host.querySelector<HTMLElement>('.add'));
  }

  protected change(index: number, parts: Partial<TimeRange>): void {
    this.hours.update((hours) => changedRange(hours, index, parts));
  }

  private focusNext(find: () => HTMLElement | null | undefined): void {
    afterNextRender(
      {
        read: () => {
          find()?.focus();
        },
      },
      { injector: this.injector },
    );
  }
}
