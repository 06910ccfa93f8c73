import { Component, computed, inject, input } from '@angular/core';
import { ServerClock } from '../platform/server-clock';
import { untilText } from './domain/duration-text';

/** How long until the start, by the server's clock. After it, nothing. */
@Component({
  selector: 'pl-start-countdown',
  template: `
    @if (ms() > 0) {
      <span class="lead">Session starts in</span> <span class="digits">{{ text() }}</span>
    }
  `,
  styleUrl: './start-countdown.css',
  host: { role: 'timer', '[attr.data-soon]': 'isSoon() || null' },
})
export class StartCountdown {
  private readonly clock = inject(ServerClock);

  readonly startsAt = input.required<number>();

  protected readonly ms = computed(() => this.startsAt() - this.clock.time());
  protected readonly text = computed(() => untilText(this.ms()));
  protected readonly isSoon = computed(() => this.ms() > 0 && this.ms() <= soonMs);
}

const soonMs = 5 * 60_000;
