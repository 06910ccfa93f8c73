import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { Subject, type Subscription, switchMap, tap } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf } from '../platform/graphql-fault';
import { SingleFlight } from '../platform/single-flight';
import { SocketHealth } from '../platform/socket-health';
import {
  type Card,
  type CardList,
  extended,
  listOfPage,
  renewed,
  replaced,
  without,
} from './session-lists';
import { MySessionsChangedDocument, SessionPagesDocument } from './session-lists-operations';

const pageSize = 8;
const mostReloaded = 40;

/** The sessions that the viewer has before them, live on every page from signing in to signing out. */
@Service()
export class ComingSessions {
  private readonly graphql = inject(GraphqlClient);
  private readonly list = signal<CardList | null>(null);
  private readonly failure = signal<Fault | null>(null);
  private readonly loadingMore = signal(false);
  private readonly changes = new Subject<Card>();
  private readonly reloading = new SingleFlight(() => this.fetch());
  private following: Subscription | undefined;

  readonly all = this.list.asReadonly();
  readonly sessions = computed(() => this.list()?.items ?? []);
  /** The earliest that has not ended. */
  readonly next = computed(() => this.sessions()[0] ?? null);
  readonly isLoaded = computed(() => this.list() !== null);
  readonly fault = this.failure.asReadonly();
  readonly isLoadingMore = this.loadingMore.asReadonly();
  /** Each session of the viewer's that has changed, also one that is over now. */
  readonly changed = this.changes.asObservable();

  constructor() {
    const reconnecting = inject(SocketHealth).connected.subscribe(() => {
      if (this.isLoaded()) void this.reload();
    });
    inject(DestroyRef).onDestroy(() => {
      reconnecting.unsubscribe();
      this.close();
    });
  }

  /** Begins to follow; goes on where that has begun already. */
  open(): void {
    if (this.following && !this.following.closed && !this.failure()) return;
    this.following?.unsubscribe();
    this.failure.set(null);
    this.following = this.graphql
      .ask(SessionPagesDocument, { filter: 'UPCOMING', first: pageSize, after: null }, (fault) => {
        this.failure.set(fault);
      })
      .pipe(
        tap(({ sessions }) => {
          this.show(listOfPage(sessions));
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

  /** Nobody is signed in any more. */
  close(): void {
    this.following?.unsubscribe();
    this.following = undefined;
    this.list.set(null);
    this.failure.set(null);
  }

  async showMore(): Promise<void> {
    const after = this.list()?.endCursor ?? null;
    if (this.loadingMore() || after === null) return;
    this.loadingMore.set(true);
    try {
      const { sessions } = await this.graphql.query(SessionPagesDocument, {
        filter: 'UPCOMING',
        first: pageSize,
        after,
      });
      this.list.update((list) => list && extended(list, listOfPage(sessions)));
      this.failure.set(null);
    } catch (error) {
      this.failure.set(faultOf(error));
    } finally {
      this.loadingMore.set(false);
    }
  }

  /** Asks anew, as much as is shown. */
  async reload(): Promise<void> {
    await this.reloading.run();
  }

  /** Shows the change at once; where it belongs now is the server's to say. */
  private take(session: Card): void {
    this.list.update(
      (list) => list && (session.outcome ? without(list, session.id) : replaced(list, session)),
    );
    this.changes.next(session);
    void this.reload();
  }

  private async fetch(): Promise<void> {
    const shown = this.sessions().length;
    const first = Math.min(mostReloaded, Math.max(pageSize, shown));
    const { following } = this;
    try {
      const { sessions } = await this.graphql.query(SessionPagesDocument, {
        filter: 'UPCOMING',
        first,
        after: null,
      });
      if (following === this.following) this.show(listOfPage(sessions));
    } catch {
      // What is shown stays; the stream brings the next change.
    }
  }

  private show(list: CardList): void {
    this.failure.set(null);
    this.list.update((known) => (known ? renewed(known, list) : list));
  }
}
