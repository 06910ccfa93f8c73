import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import type { SessionOutcome, SessionStatus } from '../graphql/schema-types';
import { isoOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SingleFlight } from '../platform/single-flight';
import { dayAround } from './domain/day';
import {
  AllSessionsDocument,
  type OperatorOverviewPageQuery,
  OperatorOverviewPageDocument,
  type OperatorSessionRowFragment,
} from './operator-operations';

export type Overview = OperatorOverviewPageQuery['operatorOverview'];

/** What is looked for among all sessions. */
export interface Search {
  readonly search: string;
  readonly status: SessionStatus | null;
  readonly outcome: SessionOutcome | null;
}

interface Found {
  readonly items: readonly OperatorSessionRowFragment[];
  /** `null` where there is no more. */
  readonly endCursor: string | null;
}

const pageSize = 20;
const everyMs = 5000;

/** How the place fares, looked at every few seconds, and all sessions; provided by the page. */
@Service({ autoProvided: false })
export class OperatorStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly page = inject(PageLife);
  private readonly figures = signal<Overview | null>(null);
  private readonly found = signal<Found | null>(null);
  /** What `found` was looked for by. */
  private listed: Search | null = null;
  private readonly failure = signal<Fault | null>(null);
  private readonly wanted = signal<Search>({ search: '', status: null, outcome: null });
  private readonly loadingMore = signal(false);
  private readonly looking = new SingleFlight(() => this.look());
  private readonly finding = new SingleFlight(() => this.find());

  readonly overview = this.figures.asReadonly();
  readonly search = this.wanted.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly isLoadingMore = this.loadingMore.asReadonly();
  readonly sessions = computed(() => this.found()?.items ?? null);
  readonly hasMore = computed(() => this.found()?.endCursor !== null && this.found() !== null);

  constructor() {
    const timer = setInterval(() => {
      if (this.page.isVisible) void this.looking.run();
    }, everyMs);
    const returning = this.page.returns.subscribe(() => void this.looking.run());
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
      returning.unsubscribe();
    });
  }

  open(): void {
    void this.looking.run();
    void this.finding.run();
  }

  /** Looks for other sessions from now on. */
  seek(change: Partial<Search>): void {
    this.wanted.update((known) => ({ ...known, ...change }));
    void this.finding.run();
  }

  async showMore(): Promise<void> {
    const [known, wanted] = [this.found(), this.wanted()];
    if (!known?.endCursor || this.loadingMore()) return;
    this.loadingMore.set(true);
    try {
      const more = await this.ask(wanted, known.endCursor);
      // What was looked for meanwhile has its own list.
      if (this.found() === known) {
        this.found.set({ ...more, items: [...known.items, ...more.items] });
      }
    } catch (error) {
      this.failure.set(faultOf(error));
    } finally {
      this.loadingMore.set(false);
    }
  }

  private async look(): Promise<void> {
    const { from, to } = dayAround(this.clock.now(), this.viewers.writing().timeZone);
    try {
      const { operatorOverview } = await this.graphql.query(OperatorOverviewPageDocument, {
        today: { from: isoOf(from), to: isoOf(to) },
      });
      this.figures.set(operatorOverview);
      this.failure.set(null);
      // Who has gone on in the list is not thrown back to its beginning.
      if ((this.found()?.items.length ?? 0) <= pageSize) void this.finding.run();
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  private async find(): Promise<void> {
    const [known, wanted] = [this.found(), this.wanted()];
    try {
      const found = await this.ask(wanted, null);
      // Whoever goes on in the list meanwhile keeps it; other words have a list of their own.
      const hasGoneOn = this.loadingMore() || this.found() !== known;
      if (wanted === this.listed && hasGoneOn) return;
      this.listed = wanted;
      this.found.set(found);
    } catch (error) {
      this.failure.set(faultOf(error));
    }
  }

  private async ask(filter: Search, after: string | null): Promise<Found> {
    const { allSessions } = await this.graphql.query(AllSessionsDocument, {
      filter: { ...filter },
      first: pageSize,
      after,
    });
    const { endCursor, hasNextPage } = allSessions.pageInfo;
    return {
      items: allSessions.edges.map(({ node }) => node),
      endCursor: hasNextPage ? (endCursor ?? null) : null,
    };
  }
}
