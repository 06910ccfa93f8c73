import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import { instantOf } from '../platform/clock';
import { ServerClock } from '../platform/server-clock';
import { momentText } from '../session/session-words';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { Stars } from '../ui/stars/stars';
import { FeedbackStore, type GivenFeedback } from './feedback-store';

/** Stars and a comment on a session that is over. */
@Component({
  selector: 'pl-feedback-form',
  imports: [Button, Icon, Stars],
  templateUrl: './feedback-form.html',
  styleUrl: './feedback-form.css',
  providers: [FeedbackStore],
})
export class FeedbackForm {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(FeedbackStore);

  readonly sessionId = input.required<string>();
  /** Whom the session was with. */
  readonly otherName = input.required<string>();
  readonly given = input<GivenFeedback | null>(null);

  protected readonly rating = linkedSignal(() => this.given()?.rating ?? 0);
  protected readonly comment = linkedSignal(() => this.given()?.comment ?? '');
  /** Sent now, or on an earlier visit and not opened again. */
  protected readonly isGiven = computed(() => {
    const sending = this.store.sending();
    return sending === 'sent' || (sending === 'untouched' && this.given() !== null);
  });
  /** Until when it can be changed: a time of day, or a day and a time. */
  protected readonly changeableUntil = computed(() => {
    const given = this.store.given() ?? this.given();
    if (!given) return '';
    const until = instantOf(given.editableUntil);
    return momentText(until, this.clock.time(), this.viewers.writing());
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
