import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type Subscription, merge } from 'rxjs';
import type { SessionFilter } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { SingleFlight } from '../platform/single-flight';
import { SocketHealth } from '../platform/socket-health';
import { ComingSessions } from '../session/coming-sessions';
import { type CardList, extended, listOfPage, renewed } from '../session/session-lists';
import { SessionPagesDocument } from '../session/session-lists-operations';

const pageSize = 8;
const mostReloaded = 40;

/** The viewer's sessions, live; provided by the dashboard. What comes is known to every page already. */
@Service({ autoProvided: false })
export class DashboardStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly coming = inject(ComingSessions);
  private readonly was = signal<CardList | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly isLoadingPast = signal(false);
  private readonly reloading = new SingleFlight(() => this.fetch());
  private asking: Subscription | undefined;

  readonly next = this.coming.next;
  readonly past = this.was.asReadonly();
  readonly fault = computed(() => this.coming.fault() ?? this.failure());
  readonly isLoaded = computed(() => this.coming.isLoaded() && this.was() !== null);
  /** What comes after the next session. */
  readonly upcoming = computed(() => {
    const list = this.coming.all();
    return list && { ...list, items: list.items.slice(1) };
  });
  readonly isLoadingMore = computed<SessionFilter | null>(() => {
    if (this.coming.isLoadingMore()) return 'UPCOMING';
    return this.isLoadingPast() ? 'PAST' : null;
  });

  constructor() {
    const changing = merge(this.coming.changed, inject(SocketHealth).connected).subscribe(() => {
      if (this.was() !== null) void this.reloading.run();
    });
    inject(DestroyRef).onDestroy(() => {
      changing.unsubscribe();
      this.asking?.unsubscribe();
    });
  }

  open(): void {
    this.coming.open();
    this.asking?.unsubscribe();
    this.failure.set(null);
    this.asking = this.graphql
      .ask(SessionPagesDocument, { filter: 'PAST', first: pageSize, after: null }, (fault) => {
        this.failure.set(fault);
      })
      .subscribe({
        next: ({ sessions }) => {
          this.show(listOfPage(sessions));
        },
        error: (error: unknown) => {
          this.failure.set(faultOf(error));
        },
      });
  }

  async showMore(filter: SessionFilter): Promise<void> {
    if (filter === 'UPCOMING') await this.coming.showMore();
    else await this.showOlder();
  }

  private async showOlder(): Promise<void> {
    const after = this.was()?.endCursor ?? null;
    if (this.isLoadingPast() || after === null) return;
    this.isLoadingPast.set(true);
    try {
      const { sessions } = await this.graphql.query(SessionPagesDocument, {
        filter: 'PAST',
        first: pageSize,
        after,
      });
      this.was.update((list) => list && extended(list, listOfPage(sessions)));
    } catch (error) {
      this.failure.set(faultOf(error));
    } finally {
      this.isLoadingPast.set(false);
    }
  }

  private async fetch(): Promise<void> {
    const first = Math.min(mostReloaded, Math.max(pageSize, this.was()?.items.length ?? 0));
    try {
      const { sessions } = await this.graphql.query(SessionPagesDocument, {
        filter: 'PAST',
        first,
        after: null,
      });
      this.show(listOfPage(sessions));
    } catch {
      // What is shown stays; the next change asks again.
    }
  }

  private show(list: CardList): void {
    this.failure.set(null);
    this.was.update((known) => (known ? renewed(known, list) : list));
  }
}
