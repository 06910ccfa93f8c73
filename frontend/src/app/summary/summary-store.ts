import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { PageLife } from '../platform/page-life';
import { planRecord } from './domain/plan-record';
import { SessionSummaryDocument, type SessionSummaryQuery } from './summary-operations';

type Kept = SessionSummaryQuery['session'];

/** What a session leaves behind; provided by the summary that shows it. */
@Service({ autoProvided: false })
export class SummaryStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly found = signal<Kept | null>(null);
  private readonly isFailing = signal(false);
  private asking: Subscription | undefined;
  private sessionId = '';

  readonly record = this.found.asReadonly();
  /** It could not be loaded, and is asked for again. */
  readonly hasFault = computed(() => this.isFailing() && this.found() === null);
  readonly plan = computed(() => {
    const record = this.found();
    return (
      record &&
      planRecord(
        record.topics,
        record.annotations.edges.map(({ node }) => node),
      )
    );
  });
  readonly hasChat = computed(() => (this.found()?.messages.edges.length ?? 0) > 0);
  /** Whether anything was said of a transcript or a recording. */
  readonly hasConsents = computed(() =>
    (this.found()?.consents ?? []).some(({ words }) => words.length > 0),
  );
  readonly hasTranscript = computed(() => (this.found()?.transcript.edges.length ?? 0) > 0);
  readonly hasWhiteboard = computed(() => (this.found()?.whiteboard.bytes ?? 0) > 0);

  constructor() {
    // The mentor may still add to it, until a day after the end.
    const returning = inject(PageLife).returns.subscribe(() => {
      if (this.sessionId) this.ask();
    });
    inject(DestroyRef).onDestroy(() => {
      returning.unsubscribe();
      this.asking?.unsubscribe();
    });
  }

  open(sessionId: string): void {
    this.sessionId = sessionId;
    this.ask();
  }

  private ask(): void {
    this.asking?.unsubscribe();
    this.asking = this.graphql
      .ask(SessionSummaryDocument, { id: this.sessionId }, () => {
        this.isFailing.set(true);
      })
      .subscribe({
        next: ({ session }) => {
          this.isFailing.set(false);
          this.found.set(session);
        },
        error: () => undefined,
      });
  }
}
