import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import {
  EMPTY,
  type Observable,
  Subject,
  catchError,
  filter,
  merge,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import { ViewerStore } from '../account/viewer-store';
import { GraphqlClient } from '../platform/graphql-client';
import { SocketHealth } from '../platform/socket-health';
import { ToldSession } from '../session/told-session';
import {
  MarkNoticesReadDocument,
  NoticeArrivedDocument,
  type NoticePartsFragment,
  UnreadNoticesDocument,
} from './notices-operations';

/** What is not urgent goes by itself; it stays in the list. */
const shownMs = 10_000;

export type Notice = NoticePartsFragment;

/** What a countdown says too. */
const soonKinds: ReadonlySet<Notice['kind']> = new Set(['STARTING', 'REMINDER_QUARTER']);

/** What the viewer is told, on every page: how much of it is unread, and what arrives. */
@Service()
export class NoticeStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly router = inject(Router);
  private readonly told = inject(ToldSession).sessionId;
  private readonly count = signal(0);
  private readonly latest = signal<Notice | null>(null);
  private readonly arrivals = new Subject<Notice>();

  readonly unread = this.count.asReadonly();
  /** What arrived last while the page was open, until it is dismissed. */
  readonly arrived = computed(() => {
    const notice = this.latest();
    return notice && this.isCounted(notice) ? null : notice;
  });
  readonly arrival = this.arrivals.asObservable();

  constructor() {
    const connected = inject(SocketHealth).connected;
    const following = toObservable(inject(ViewerStore).id)
      .pipe(switchMap((personId) => (personId ? this.follow(connected) : this.forget())))
      .subscribe();
    const going = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
    const arriving = going.subscribe(() => {
      // Whoever is where it leads needs no sign to there any more.
      this.latest.update((notice) => (notice && this.isThere(notice) ? null : notice));
    });
    inject(DestroyRef).onDestroy(() => {
      following.unsubscribe();
      arriving.unsubscribe();
    });
  }

  dismiss(): void {
    this.latest.set(null);
  }

  /** The viewer goes where it leads. */
  async take({ id }: Notice): Promise<void> {
    this.dismiss();
    try {
      const { markNoticesRead } = await this.graphql.mutate(MarkNoticesReadDocument, {
        input: { ids: [id], all: false },
      });
      this.learn(markNoticesRead.unreadCount);
    } catch {
      // It stays unread in the list, no more.
    }
  }

  /** What is unread now, as whoever marked it knows. */
  learn(unread: number): void {
    this.count.set(unread);
  }

  /** A countdown that runs on every page says it already. */
  isCounted({ kind, path }: Notice): boolean {
    return soonKinds.has(kind) && pathOf(path) === `/session/${this.told() ?? ''}`;
  }

  private follow(connected: Observable<unknown>): Observable<unknown> {
    const counting = this.ask();
    // What arrived while the connection was broken is in the count, not in the stream.
    const recounting = connected.pipe(switchMap(() => this.ask()));
    const arriving = this.graphql
      .follow(NoticeArrivedDocument, () => ({}))
      .pipe(
        tap(({ noticeArrived }) => {
          this.arrivals.next(noticeArrived);
        }),
        // What the viewer did is read from the start: it stands in the list, and is no news.
        filter(({ noticeArrived }) => noticeArrived.readAt === null),
        tap(({ noticeArrived }) => {
          this.count.update((count) => count + 1);
          const isKnown = this.isThere(noticeArrived) || this.isCounted(noticeArrived);
          this.latest.set(isKnown ? null : noticeArrived);
        }),
        switchMap(({ noticeArrived }) =>
          noticeArrived.kind === 'STARTING' ? EMPTY : timer(shownMs),
        ),
        tap(() => {
          this.dismiss();
        }),
        catchError(() => EMPTY),
      );
    return merge(counting, recounting, arriving);
  }

  private isThere({ path }: Notice): boolean {
    return pathOf(path) === pathOf(this.router.url);
  }

  private ask(): Observable<unknown> {
    return this.graphql
      .ask(UnreadNoticesDocument, {}, () => undefined)
      .pipe(
        tap(({ notices }) => {
          this.count.set(notices.unreadCount);
        }),
        catchError(() => EMPTY),
      );
  }

  private forget(): Observable<never> {
    this.count.set(0);
    this.latest.set(null);
    return EMPTY;
  }
}

function pathOf(address: string): string | undefined {
  return address.split(/[?#]/)[0];
}
