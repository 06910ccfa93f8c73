import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { PageLife } from '../platform/page-life';
import { SingleFlight } from '../platform/single-flight';
import {
  SessionTimelineDocument,
  type SessionTimelineQuery,
  type TimelineRowFragment,
} from './operator-operations';

const pageSize = 100;
const everyMs = 5000;

/** How one session went and goes, looked at every few seconds; provided by the page. */
@Service({ autoProvided: false })
export class TimelineStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly page = inject(PageLife);
  private readonly about = signal<SessionTimelineQuery['session'] | null>(null);
  private readonly known = signal<readonly TimelineRowFragment[] | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly loading = new SingleFlight(() => this.load());
  private sessionId = '';

  readonly session = this.about.asReadonly();
  readonly turns = this.known.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly isLost = computed(() => this.failure() === 'not-found');

  constructor() {
    const timer = setInterval(() => {
      if (this.page.isVisible && !this.isLost()) void this.loading.run();
    }, everyMs);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }

  open(sessionId: string): void {
    this.sessionId = sessionId;
    this.about.set(null);
    this.known.set(null);
    void this.loading.run();
  }

  /** The log only grows, so what is known is kept and the rest is read behind it. */
  private async load(): Promise<void> {
    const { sessionId } = this;
    try {
      let hasMore = true;
      while (hasMore && sessionId === this.sessionId) {
        const after = this.known()?.at(-1)?.cursor ?? null;
        const { session, sessionTimeline } = await this.graphql.query(SessionTimelineDocument, {
          sessionId,
          first: pageSize,
          after,
        });
        if (sessionId !== this.sessionId) return;
        this.about.set(session);
        this.known.update((known) => [...(known ?? []), ...sessionTimeline.nodes]);
        hasMore = sessionTimeline.pageInfo.hasNextPage;
      }
      this.failure.set(null);
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }
}
