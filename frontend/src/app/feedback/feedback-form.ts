import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { Stars } from '../ui/stars/stars';
import { type Feedback, FeedbackStore } from './feedback-store';

/** Stars and a comment on a session that is over. */
@Component({
  selector: 'pl-feedback-form',
  imports: [Button, Icon, Stars],
  templateUrl: './feedback-form.html',
  styleUrl: './feedback-form.css',
  providers: [FeedbackStore],
})
export class FeedbackForm {
  protected readonly store = inject(FeedbackStore);

  readonly sessionId = input.required<string>();
  /** Whom the session was with. */
  readonly otherName = input.required<string>();
  readonly given = input<Feedback | null>(null);

  protected readonly rating = linkedSignal(() => this.given()?.rating ?? 0);
  protected readonly comment = linkedSignal(() => this.given()?.comment ?? '');
  /** Sent now, or on an earlier visit and not opened again. */
  protected readonly isGiven = computed(() => {
    const sending = this.store.sending();
    return sending === 'sent' || (sending === 'untouched' && this.given() !== null);
  });
  protected readonly canSend = computed(
    () => this.rating() > 0 && this.store.sending() !== 'sending',
  );

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.canSend()) return;
    const feedback = { rating: this.rating(), comment: this.comment().trim() };
    void this.store.give(this.sessionId(), feedback);
  }
}
