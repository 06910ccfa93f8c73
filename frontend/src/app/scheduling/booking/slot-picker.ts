import { Component, inject, input, output } from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { timeText } from '../../session/session-words';
import { dateText } from '../date-text';
import type { SlotDay } from '../domain/slot-days';
import type { Slot } from './booking-store';

/** The free times of a few days, each a button. */
@Component({
  selector: 'pl-slot-picker',
  template: `
    @for (day of days(); track day.date) {
      <section
        [attr.aria-label]="name(day.date)"
        [attr.data-empty]="day.slots.length === 0 || null"
      >
        <h3>{{ name(day.date) }}</h3>
        <ul>
          @for (slot of day.slots; track slot.startsAt) {
            <li>
              <button type="button" (click)="picked.emit(slot)">
                {{ time(slot.startsAt) }}
                <span class="visually-hidden"
                  >to {{ time(slot.endsAt) }}, {{ name(day.date) }}</span
                >
              </button>
            </li>
          } @empty {
            <li class="none">–<span class="visually-hidden"> no free time</span></li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './slot-picker.css',
})
export class SlotPicker {
  private readonly viewers = inject(ViewerStore);

  readonly days = input.required<readonly SlotDay<Slot>[]>();
  readonly picked = output<Slot>();

  protected name(date: string): string {
    return dateText(date, this.viewers.writing().language);
  }

  protected time(instant: number): string {
    return timeText(instant, this.viewers.writing());
  }
}
