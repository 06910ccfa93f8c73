import { Component, computed, inject, input, output, signal } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { Announcer } from '../platform/announcer';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import type { SessionCardFragment } from '../session/session-operations';
import { scheduleText } from '../session/session-words';
import { Button } from '../ui/button/button';
import { PlanStore, type Refusal } from './plan-store';

/** Other times that somebody proposes: the other person takes one or none, who proposed may take them back. */
@Component({
  selector: 'pl-proposal-card',
  imports: [Button],
  templateUrl: './proposal-card.html',
  styleUrl: './proposal-card.css',
})
export class ProposalCard {
  private readonly plans = inject(PlanStore);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly announcer = inject(Announcer);

  readonly session = input.required<SessionCardFragment>();
  readonly answered = output();

  protected readonly proposal = computed(() => this.session().rescheduleProposal);
  protected readonly isOwn = computed(() => this.proposal()?.by.id === this.viewers.id());
  protected readonly times = computed(() =>
    (this.proposal()?.times ?? []).map(({ startsAt, endsAt }) => {
      const [start, end] = [instantOf(startsAt), instantOf(endsAt)];
      const { day, hours, zone } = scheduleText(
        start,
        end,
        this.clock.time(),
        this.viewers.writing(),
      );
      const isOver = start <= this.clock.time();
      return { startsAt, text: `${day}, ${hours} ${zone}`, isOver };
    }),
  );
  private readonly wished = signal('');
  /** The time that was chosen, or the only one that there is. */
  protected readonly chosen = computed(() => {
    const open = this.times().filter(({ isOver }) => !isOver);
    const wished = open.find(({ startsAt }) => startsAt === this.wished());
    return wished?.startsAt ?? (open.length === 1 ? (open[0]?.startsAt ?? '') : '');
  });
  protected readonly isDeclining = signal(false);
  protected readonly reason = signal('');
  protected readonly isBusy = signal(false);
  protected readonly problem = signal<Refusal>(null);

  protected choose(startsAt: string): void {
    this.wished.set(startsAt);
    this.problem.set(null);
  }

  protected async accept(event: Event): Promise<void> {
    event.preventDefault();
    const startsAt = this.chosen();
    if (startsAt === '') {
      this.problem.set('Choose one of the times.');
      return;
    }
    await this.send('New time accepted', (sessionId, proposalId) =>
      this.plans.accept(sessionId, proposalId, startsAt),
    );
  }

  protected async decline(event: Event): Promise<void> {
    event.preventDefault();
    await this.send('Proposal declined', (sessionId, proposalId) =>
      this.plans.decline(sessionId, proposalId, this.reason().trim()),
    );
  }

  protected async withdraw(): Promise<void> {
    await this.send('Proposal withdrawn', (sessionId, proposalId) =>
      this.plans.withdraw(sessionId, proposalId),
    );
  }

  private async send(
    news: string,
    change: (sessionId: string, proposalId: string) => Promise<Refusal>,
  ): Promise<void> {
    const proposalId = this.proposal()?.id;
    if (proposalId === undefined || this.isBusy()) return;
    this.isBusy.set(true);
    this.problem.set(await change(this.session().id, proposalId));
    this.isBusy.set(false);
    if (this.problem() !== null) return;
    this.announcer.say(news);
    this.answered.emit();
  }
}
