import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type Subscription, switchMap, tap } from 'rxjs';
import type { SessionFilter } from '../graphql/schema-types';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { SocketHealth } from '../platform/socket-health';
import type { SessionCardFragment } from '../session/session-operations';
import {
  DashboardDocument,
  type DashboardQuery,
  MoreSessionsDocument,
  MySessionsChangedDocument,
  type SessionPageFragment,
} from './dashboard-operations';
import { type SessionList, extended, listOf, replaced } from './domain/session-list';

export type Card = SessionCardFragment;
type List = SessionList<Card>;
type Lists = Readonly<Record<SessionFilter, List>>;

const pageSize = 8;
const mostReloaded = 40;

/** The viewer's sessions, live; provided by the dashboard. */
@Service({ autoProvided: false })
export class DashboardStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly socket = inject(SocketHealth);
  private readonly soonest = signal<Card | null>(null);
  private readonly lists = signal<Lists | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly loadingMore = signal<SessionFilter | null>(null);
  private following: Subscription | undefined;
  private reloading: Promise<void> | null = null;
  private isStale = false;

  readonly next = this.soonest.asReadonly();
  readonly fault = this.failure.asReadonly();
  readonly isLoaded = computed(() => this.lists() !== null);
  readonly past = computed(() => this.lists()?.PAST ?? null);
  /** What comes after the next session. */
  readonly upcoming = computed(() => {
    const list = this.lists()?.UPCOMING;
    const nextId = this.soonest()?.id;
    return list ? { ...list, items: list.items.filter(({ id }) => id !== nextId) } : null;
  });
  readonly isLoadingMore = this.loadingMore.asReadonly();

  constructor() {
    const reconnecting = this.socket.connected.subscribe(() => {
      if (this.isLoaded()) void this.reload();
    });
    inject(DestroyRef).onDestroy(() => {
      reconnecting.unsubscribe();
      this.following?.unsubscribe();
    });
  }

  open(): void {
    this.following?.unsubscribe();
    this.failure.set(null);
    this.following = this.graphql
      .ask(DashboardDocument, { first: pageSize }, (fault) => {
        this.failure.set(fault);
      })
      .pipe(
        tap((answer) => {
          this.show(answer);
        }),
        switchMap(() => this.graphql.follow(MySessionsChangedDocument, () => ({}))),
      )
      .subscribe({
        next: ({ mySessionsChanged }) => {
          this.take(mySessionsChanged);
        },
        error: (error: unknown) => {
          this.failure.set(faultOf(error));
        },
      });
  }

  async showMore(filter: SessionFilter): Promise<void> {
    const after = this.lists()?.[filter].endCursor ?? null;
    if (this.loadingMore() || after === null) return;
    this.loadingMore.set(filter);
    try {
      const { sessions } = await this.graphql.query(MoreSessionsDocument, {
        filter,
        first: pageSize,
        after,
      });
      this.patch(filter, (list) => extended(list, pageOf(sessions)));
    } catch (error) {
      this.failure.set(faultOf(error));
    } finally {
      this.loadingMore.set(null);
    }
  }

  /** Shows the change at once; where it belongs now is the server's to say. */
  private take(session: Card): void {
    this.soonest.update((next) => (next?.id === session.id ? session : next));
    this.patch('UPCOMING', (list) => replaced(list, session));
    this.patch('PAST', (list) => replaced(list, session));
    void this.reload();
  }

  /** One reload at a time; what changes meanwhile is fetched by one more. */
  private async reload(): Promise<void> {
    if (this.reloading) {
      this.isStale = true;
      return;
    }
    this.reloading = this.fetch();
    await this.reloading;
    this.reloading = null;
    if (!this.isStale) return;
    this.isStale = false;
    await this.reload();
  }

  private async fetch(): Promise<void> {
    const lists = this.lists();
    const shown = Math.max(lists?.PAST.items.length ?? 0, lists?.UPCOMING.items.length ?? 0);
    const first = Math.min(mostReloaded, Math.max(pageSize, shown));
    try {
      this.show(await this.graphql.query(DashboardDocument, { first }));
    } catch {
      // What is shown stays; the stream brings the next change.
    }
  }

  private show({ nextSession, upcoming, past }: DashboardQuery): void {
    this.failure.set(null);
    this.soonest.set(nextSession);
    this.lists.set({ UPCOMING: pageOf(upcoming), PAST: pageOf(past) });
  }

  private patch(filter: SessionFilter, change: (list: List) => List): void {
    this.lists.update((lists) => lists && { ...lists, [filter]: change(lists[filter]) });
  }
}

function pageOf({ edges, pageInfo }: SessionPageFragment): List {
  return listOf(
    edges.map(({ node }) => node),
    pageInfo.hasNextPage ? pageInfo.endCursor : null,
  );
}
