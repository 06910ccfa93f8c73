import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../account/viewer-store';
import { TopBar } from '../frame/top-bar';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { consentText, scheduleText, secondText } from '../session/session-words';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { delayText, turnWords } from './domain/timeline-words';
import type { TimelineRowFragment } from './operator-operations';
import { TimelineStore } from './timeline-store';

/** Every join, leave, failure and recovery of one session, for administrators. */
@Component({
  selector: 'pl-timeline-page',
  imports: [Button, Icon, RouterLink, TopBar],
  templateUrl: './timeline-page.html',
  styleUrls: ['./operator-page.css', './timeline-page.css'],
  providers: [TimelineStore],
})
export class TimelinePage {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(TimelineStore);

  readonly id = input.required<string>();

  protected readonly people = computed(() => {
    const session = this.store.session();
    return session
      ? `${session.mentor.person.displayName} and ${session.learner.person.displayName}`
      : '';
  });
  protected readonly turns = computed(
    () => this.store.turns()?.map((turn) => this.rowOf(turn)) ?? null,
  );

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.store.open(id);
      });
    });
  }

  private rowOf(turn: TimelineRowFragment) {
    const [at, recordedAt] = [instantOf(turn.at), instantOf(turn.recordedAt)];
    const writing = this.viewers.writing();
    const { text, tone } = turnWords({
      ...{ ...turn, name: turn.person?.displayName ?? '' },
      said: turn.consent ? consentText(turn.type, turn.consent) : '',
    });
    return {
      cursor: turn.cursor,
      text,
      tone,
      day: scheduleText(at, at, this.clock.now(), writing).day,
      time: secondText(at, writing),
      delay: delayText(at, recordedAt),
      connection: turn.connection,
    };
  }
}
