import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';
import type { SessionOutcome, SessionStatus } from '../graphql/schema-types';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { outcomeWords, scheduleText } from '../session/session-words';
import { Badge } from '../ui/badge/badge';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { partWords, roleWords, statusWords } from './domain/operator-words';
import type { OperatorSessionRowFragment } from './operator-operations';
import { OperatorStore } from './operator-store';

const statuses = Object.keys(statusWords) as SessionStatus[];
const outcomes: readonly SessionOutcome[] = ['COMPLETED', 'INCOMPLETE', 'NO_SHOW', 'CANCELLED'];

/** How this PeerLearn fares, and all its sessions, for administrators. */
@Component({
  selector: 'pl-operator-page',
  imports: [Badge, Button, Icon, RouterLink, TopBar],
  templateUrl: './operator-page.html',
  styleUrl: './operator-page.css',
  providers: [OperatorStore],
})
export class OperatorPage {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(OperatorStore);

  protected readonly statuses = statuses.map((value) => ({ value, name: statusWords[value] }));
  protected readonly outcomes = outcomes.map((value) => ({
    value,
    name: outcomeWords(value).text,
  }));
  protected readonly figures = computed(() => {
    const overview = this.store.overview();
    if (!overview) return null;
    const liveOf = (status: SessionStatus) =>
      overview.live.find((one) => one.status === status)?.count ?? 0;
    return [
      { name: 'In progress now', count: liveOf('ACTIVE') + liveOf('PAUSED') },
      { name: 'Waiting for the other', count: liveOf('WAITING') },
      { name: 'Today', count: overview.onDay },
      { name: 'Next 24 hours', count: overview.nextDay },
    ];
  });
  protected readonly ended = computed(() => {
    const found = this.store.overview()?.outcomes ?? [];
    return outcomes.map((outcome) => ({
      name: outcomeWords(outcome).text,
      count: found.find((one) => one.outcome === outcome)?.count ?? 0,
    }));
  });
  protected readonly people = computed(() =>
    (['LEARNER', 'MENTOR', 'ADMIN'] as const).map((role) => ({
      name: roleWords[role],
      count: this.store.overview()?.people.find((one) => one.role === role)?.count ?? 0,
    })),
  );
  protected readonly parts = computed(() =>
    (this.store.overview()?.parts ?? []).map(({ name, isUp }) => ({
      name: partWords[name] ?? name,
      isUp,
    })),
  );
  protected readonly rows = computed(() => this.store.sessions()?.map((one) => this.rowOf(one)));

  constructor() {
    this.store.open();
  }

  protected seekWords(event: Event): void {
    this.store.seek({ search: valueOf(event) });
  }

  protected seekStatus(event: Event): void {
    this.store.seek({ status: statuses.find((one) => one === valueOf(event)) ?? null });
  }

  protected seekOutcome(event: Event): void {
    this.store.seek({ outcome: outcomes.find((one) => one === valueOf(event)) ?? null });
  }

  private rowOf(session: OperatorSessionRowFragment) {
    const { id, title, status, outcome, course, clock } = session;
    const [from, to] = [instantOf(clock.startsAt), instantOf(clock.endsAt)];
    const { day, hours } = scheduleText(from, to, this.clock.time(), this.viewers.writing());
    const state = outcome
      ? outcomeWords(outcome)
      : ({ text: statusWords[status], tone: status === 'SCHEDULED' ? 'calm' : 'accent' } as const);
    const people = `${session.mentor.person.displayName} and ${session.learner.person.displayName}`;
    return { id, title, course: course.title, day, hours, people, state };
  }
}

function valueOf({ target }: Event): string {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
    ? target.value
    : '';
}
