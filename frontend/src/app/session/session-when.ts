import { Component, computed, inject, input } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { ServerClock } from '../platform/server-clock';
import { Icon } from '../ui/icon/icon';
import { durationText } from './domain/duration-text';
import { scheduleText } from './domain/schedule-text';
import type { SessionTimes } from './domain/session-times';

/** When a session takes place, in the viewer's time zone, and for how long. */
@Component({
  selector: 'pl-session-when',
  imports: [Icon],
  template: `
    <span><pl-icon name="calendar" /> {{ text().day }}</span>
    <span><pl-icon name="clock" /> {{ text().hours }} {{ text().zone }}</span>
    <span><pl-icon name="hourglass" /> {{ length() }}</span>
  `,
  styleUrl: './session-when.css',
})
export class SessionWhen {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);

  readonly times = input.required<SessionTimes>();

  protected readonly text = computed(() => {
    const { startsAt, endsAt } = this.times();
    return scheduleText(startsAt, endsAt, this.clock.time(), this.viewers.writing());
  });
  protected readonly length = computed(() => durationText(this.times().plannedMs));
}
