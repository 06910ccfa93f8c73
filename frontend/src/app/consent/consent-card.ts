import { Component, computed, inject } from '@angular/core';
import { Button } from '../ui/button/button';
import { ConsentStore } from './consent-store';
import { questionOf } from './domain/consent-words';

/** The question that awaits the person's answer, over the stage and in nobody's way. */
@Component({
  selector: 'pl-consent-card',
  imports: [Button],
  template: `
    <div role="status">
      @if (question(); as asked) {
        <div class="panel card">
          <p>
            <strong>{{ asked.heading }}</strong> <span>{{ asked.text }}</span>
          </p>
          <div class="answers">
            <button
              plButton
              look="primary"
              size="small"
              type="button"
              [disabled]="isBusy()"
              (click)="store.say(asked.yes)"
            >
              {{ asked.yes.label }}
            </button>
            <button
              plButton
              size="small"
              type="button"
              [disabled]="isBusy()"
              (click)="store.say(asked.no)"
            >
              {{ asked.no.label }}
            </button>
          </div>
        </div>
      }
    </div>
    @if (store.problem(); as text) {
      <p class="panel problem" role="alert">{{ text }}</p>
    }
  `,
  styleUrl: './consent-card.css',
  providers: [ConsentStore],
})
export class ConsentCard {
  protected readonly store = inject(ConsentStore);
  protected readonly question = computed(() => questionOf(this.store.view()));
  protected readonly isBusy = computed(() => this.store.pending() !== null);
}
