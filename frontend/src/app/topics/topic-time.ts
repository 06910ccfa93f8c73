import { Component, computed, inject, input } from '@angular/core';
import { ServerClock } from '../platform/server-clock';
import { SessionStore } from '../session/session-store';
import { clockText } from '../session/session-words';
import { topicMsAt } from './domain/topic-time';
import type { Topic } from './topic-store';

/** How long the session was on a topic; it runs with the session's clock. */
@Component({
  selector: 'pl-topic-time',
  template: `
    @if (text(); as time) {
      <span class="visually-hidden">, time spent </span>{{ time }}
    }
  `,
  styles: `
    :host {
      color: var(--color-text-soft);
      font-size: var(--text-xs);
      font-weight: 500;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class TopicTime {
  private readonly session = inject(SessionStore);
  private readonly clock = inject(ServerClock);

  readonly topic = input.required<Pick<Topic, 'state' | 'activeMs'>>();

  protected readonly text = computed(() => {
    const topic = this.topic();
    const ms = topicMsAt(topic, this.session.times(), this.clock.time());
    return ms > 0 || topic.state === 'CURRENT' ? clockText(ms) : '';
  });
}
