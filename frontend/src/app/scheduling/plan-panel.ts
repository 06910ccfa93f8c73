import { Component, computed, input } from '@angular/core';
import type { SessionCardFragment } from '../session/session-operations';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { OptionsPlace } from './options-place';
import { ProposalCard } from './proposal-card';

/** For a session that has not begun: another time, or none at all. */
@Component({
  selector: 'pl-plan-panel',
  imports: [Button, Icon, OptionsPlace, ProposalCard],
  template: `
    @if (canChange()) {
      <section class="panel" aria-label="Change of plan">
        @if (session().rescheduleProposal) {
          <pl-proposal-card [session]="session()" />
        }
        <div class="ways">
          <button plButton look="quiet" size="small" type="button" (click)="place.open('propose')">
            <pl-icon name="calendar" /> Propose another time
          </button>
          <button plButton look="quiet" size="small" type="button" (click)="place.open('cancel')">
            <pl-icon name="close" /> Cancel session
          </button>
        </div>
        @if (place.problem(); as problem) {
          <p role="alert">{{ problem }}</p>
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
      color: var(--color-bad);
      text-align: center;
    }
  `,
})
export class PlanPanel {
  readonly session = input.required<SessionCardFragment>();

  /** Nobody has met in it yet. */
  protected readonly canChange = computed(() => {
    const { outcome, actualStart } = this.session();
    return outcome === null && actualStart === null;
  });
}
