import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../../account/viewer-store';
import { TopBar } from '../../frame/top-bar';
import { instantOf } from '../../platform/clock';
import { ServerClock } from '../../platform/server-clock';
import { FeedbackForm } from '../../feedback/feedback-form';
import { nextBooking } from '../../scheduling/next-booking';
import { RecordingResult } from '../../recording/recording-result';
import { SessionStore } from '../../session/session-store';
import { SessionWhen } from '../../session/session-when';
import { durationText, endText, outcomeWords } from '../../session/session-words';
import { SessionSummary } from '../../summary/session-summary';
import { Badge } from '../../ui/badge/badge';
import { Button } from '../../ui/button/button';

/** After the session: how it counts, and what the viewer thought of it. */
@Component({
  selector: 'pl-end-screen',
  imports: [
    Badge,
    Button,
    FeedbackForm,
    RecordingResult,
    RouterLink,
    SessionSummary,
    SessionWhen,
    TopBar,
  ],
  templateUrl: './end-screen.html',
  styleUrl: './end-screen.css',
})
export class EndScreen {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  protected readonly store = inject(SessionStore);

  /** Whether the viewer saw it end, or came back later. */
  readonly wasHere = input(false);

  protected readonly heading = computed(() => {
    if (this.store.phase() === 'CANCELLED') return 'This session was cancelled.';
    return this.wasHere() ? 'Session has ended' : 'This session has ended.';
  });
  protected readonly badge = computed(() => {
    const outcome = this.store.session()?.outcome;
    return outcome ? outcomeWords(outcome) : null;
  });
  protected readonly text = computed(() => {
    const session = this.store.session();
    if (!session) return '';
    const selfId = this.store.self()?.person.id;
    return endText({
      outcome: session.outcome,
      endReason: session.endReason,
      canceller: this.canceller(),
      otherName: session.other.person.displayName,
      isViewerMentor: session.viewerRole === 'MENTOR',
      isViewerMissing: session.missing.some(({ id }) => id === selfId),
      isNobodyThere: session.missing.length === 2,
    });
  });
  /** Who cancelled it, in the viewer's words; empty where it was neither of the two. */
  private readonly canceller = computed(() => {
    const by = this.store.session()?.cancelledBy;
    if (!by) return '';
    return by.id === this.viewers.id() ? 'you' : by.displayName;
  });
  protected readonly reason = computed(() => this.store.session()?.cancelReason ?? '');
  /** Where the viewer books again; who administers is neither of the two. */
  protected readonly next = computed(() => {
    const session = this.store.session();
    return session && nextBooking(session);
  });
  protected readonly together = computed(() => durationText(this.store.activeMs()));
  protected readonly planned = computed(() => durationText(this.store.times()?.plannedMs ?? 0));
  protected readonly hasMet = computed(() => Boolean(this.store.session()?.actualStart));
  protected readonly canRate = computed(() => {
    if (!this.hasMet()) return false;
    const given = this.store.session()?.viewerFeedback;
    return !given || instantOf(given.editableUntil) > this.clock.time();
  });
}
