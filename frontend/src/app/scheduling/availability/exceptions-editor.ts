import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  model,
} from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { DayException } from '../domain/availability-draft';
import { HoursEditor } from './hours-editor';

/** Dates on which other hours hold than those of the week, or none. */
@Component({
  selector: 'pl-exceptions-editor',
  imports: [Button, HoursEditor, Icon],
  template: `
    <ul>
      @for (row of rows(); track $index) {
        <li>
          <label class="field">
            <span class="visually-hidden">Date of exception {{ $index + 1 }}</span>
            <input
              #date
              type="date"
              [min]="today()"
              [attr.aria-invalid]="row.fault !== null || null"
              [attr.aria-describedby]="row.fault ? 'fault-exception-' + $index : null"
              [value]="row.date"
              (change)="change($index, { date: date.value })"
            />
          </label>
          <div>
            <pl-hours-editor
              [day]="row.date || 'Exception ' + ($index + 1)"
              emptyText="Day off"
              [hours]="row.hours"
              [isWrong]="row.fault !== null"
              [faultId]="'fault-exception-' + $index"
              (hoursChange)="change($index, { hours: $event })"
            />
            @if (row.fault) {
              <p class="fault" role="alert" [id]="'fault-exception-' + $index">{{ row.fault }}</p>
            }
          </div>
          <button
            plButton
            look="quiet"
            size="small"
            type="button"
            [attr.aria-label]="'Remove exception ' + (row.date || $index + 1)"
            (click)="remove($index)"
          >
            <pl-icon name="trash" />
          </button>
        </li>
      }
    </ul>
    <button class="add-date" plButton size="small" type="button" (click)="add()">
      <pl-icon name="plus" /> Add a date
    </button>
  `,
  styleUrl: './exceptions-editor.css',
})
export class ExceptionsEditor {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  readonly exceptions = model.required<readonly DayException[]>();
  /** What is wrong, by field. */
  readonly faults = input.required<Readonly<Record<string, string>>>();
  /** The date of today, before which no exception is of use. */
  readonly today = input.required<string>();

  protected readonly rows = computed(() =>
    this.exceptions().map((exception, index) => ({
      ...exception,
      fault: this.faults()[`exceptions.${String(index)}`] ?? null,
    })),
  );

  protected add(): void {
    this.exceptions.update((exceptions) => [...exceptions, { date: '', hours: [] }]);
    this.focusNext(() => [...this.host.querySelectorAll<HTMLElement>('input[type=date]')].at(-1));
  }

  protected remove(index: number): void {
    this.exceptions.update((all) => all.filter((_exception, place) => place !== index));
    this.focusNext(() => this.host.querySelector<HTMLElement>('.add-date'));
  }

  protected change(index: number, parts: Partial<DayException>): void {
    this.exceptions.update((all) =>
      all.map((exception, place) => (place === index ? { ...exception, ...parts } : exception)),
    );
  }

  private focusNext(find: () => HTMLElement | null | undefined): void {
    const read = () => {
      find()?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
