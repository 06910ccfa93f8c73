import { Component, computed, inject, input } from '@angular/core';
import { ServerClock } from '../platform/server-clock';
import type { SessionCardFragment } from '../session/session-operations';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { OptionsPlace } from './options-place';
import { ProposalCard } from './proposal-card';
import { waysOf } from './ways-of';

/** For a session in which nobody has met yet: another time, or none at all. */
@Component({
  selector: 'pl-plan-panel',
  imports: [Button, Icon, OptionsPlace, ProposalCard],
  template: `
    @if (ways().canCancel) {
      <section class="panel" aria-label="Change of plan">
        @if (session().rescheduleProposal) {
          <pl-proposal-card [session]="session()" />
        }
        @if (ways().isLate && ways().canJoin) {
          <p>The start has passed. You can still join, or agree on another time.</p>
        }
        <div class="ways">
          @if (ways().canPropose) {
            <button
              plButton
              look="quiet"
              size="small"
              type="button"
              (click)="place.open('propose')"
            >
              <pl-icon name="calendar" /> Propose another time
            </button>
          }
          <button plButton look="quiet" size="small" type="button" (click)="place.open('cancel')">
            <pl-icon name="close" /> Cancel session
          </button>
        </div>
        @if (place.problem(); as problem) {
          <p class="problem" role="alert">{{ problem }}</p>
        }
      </section>
    }
    <ng-container [plOptionsPlace]="session()" #place="plOptionsPlace" />
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-4);
      padding: var(--space-4) var(--space-5);
    }

    .ways {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: var(--space-2);
    }

    p {
      color: var(--color-text-soft);
      text-align: center;
    }

    .problem {
      color: var(--color-bad);
    }
  `,
})
export class PlanPanel {
  private readonly clock = inject(ServerClock);

  readonly session = input.required<SessionCardFragment>();

  protected readonly ways = computed(() => waysOf(this.session(), this.clock.time()));
}
