import { Component, computed, input, output, signal, viewChild } from '@angular/core';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { type Weekday, weekdays } from '../domain/availability-draft';
import { weekdayName } from './weekday-words';

/** Asks on which other days the hours of one day hold too. */
@Component({
  selector: 'pl-copy-day',
  imports: [Button, Sheet],
  template: `
    <pl-sheet [heading]="'Copy ' + name(from()) + ' to'" (closed)="closed.emit()">
      <form (submit)="copy($event)">
        <fieldset>
          <legend class="visually-hidden">Days</legend>
          @for (day of others(); track day) {
            <label>
              <input type="checkbox" [checked]="chosen().has(day)" (change)="toggle(day)" />
              {{ name(day) }}
            </label>
          }
        </fieldset>
        <div class="actions">
          <button plButton type="button" (click)="close()">Cancel</button>
          <button plButton look="primary" type="submit">Copy</button>
        </div>
      </form>
    </pl-sheet>
  `,
  styleUrl: '../dialog-form.css',
})
export class CopyDay {
  private readonly sheet = viewChild.required(Sheet);

  readonly from = input.required<Weekday>();
  readonly copied = output<readonly Weekday[]>();
  readonly closed = output();

  protected readonly name = weekdayName;
  protected readonly others = computed(() => weekdays.filter((day) => day !== this.from()));
  protected readonly chosen = signal<ReadonlySet<Weekday>>(new Set());

  protected toggle(day: Weekday): void {
    this.chosen.update((chosen) => {
      const others = [...chosen].filter((one) => one !== day);
      return new Set(chosen.has(day) ? others : [...others, day]);
    });
  }

  protected copy(event: Event): void {
    event.preventDefault();
    this.copied.emit([...this.chosen()]);
    this.close();
  }

  protected close(): void {
    this.sheet().close();
  }
}
