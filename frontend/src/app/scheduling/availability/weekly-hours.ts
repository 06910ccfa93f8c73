import { Component, computed, input, model, signal } from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import {
  type AvailabilityDraft,
  type TimeRange,
  type Weekday,
  copiedDay,
  weekdays,
} from '../domain/availability-draft';
import { CopyDay } from './copy-day';
import { HoursEditor } from './hours-editor';
import { hoursText, weekdayName } from './weekday-words';

/** The hours of an ordinary week, day by day. */
@Component({
  selector: 'pl-weekly-hours',
  imports: [Button, CopyDay, HoursEditor, Icon],
  templateUrl: './weekly-hours.html',
  styleUrl: './weekly-hours.css',
})
export class WeeklyHoursEditor {
  readonly weekly = model.required<AvailabilityDraft['weekly']>();
  /** What is wrong, by field. */
  readonly faults = input.required<Readonly<Record<string, string>>>();

  /** Where there is little room, the days whose hours are shown to be changed. */
  private readonly opened = signal<ReadonlySet<Weekday>>(new Set());
  protected readonly copying = signal<Weekday | null>(null);
  protected readonly days = computed(() =>
    weekdays.map((weekday) => ({
      weekday,
      name: weekdayName(weekday),
      hours: this.weekly()[weekday],
      summary: hoursText(this.weekly()[weekday]),
      fault: this.faults()[`weekly.${weekday}`] ?? null,
      isOpen: this.opened().has(weekday) || this.faults()[`weekly.${weekday}`] !== undefined,
    })),
  );

  protected toggle(weekday: Weekday): void {
    this.opened.update((opened) => {
      const others = [...opened].filter((one) => one !== weekday);
      return new Set(opened.has(weekday) ? others : [...others, weekday]);
    });
  }

  protected change(weekday: Weekday, hours: readonly TimeRange[]): void {
    this.weekly.update((weekly) => ({ ...weekly, [weekday]: hours }));
  }

  protected copy(to: readonly Weekday[]): void {
    const from = this.copying();
    if (from !== null) this.weekly.update((weekly) => copiedDay(weekly, from, to));
  }
}
