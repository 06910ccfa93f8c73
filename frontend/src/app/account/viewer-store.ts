import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type Subscription, skip } from 'rxjs';
import { DeviceClock, instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { Locale } from '../platform/locale';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { ViewerDocument, type ViewerQuery } from './account-operations';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in on this page. */
@Service()
export class ViewerStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly device = inject(DeviceClock);
  private readonly locale = inject(Locale);
  private readonly socket = inject(SocketHealth);
  private readonly page = inject(PageLife);
  private readonly known = signal<Viewer | null>(null);
  private asking: Subscription | undefined;

  readonly viewer = this.known.asReadonly();
  readonly id = computed(() => this.known()?.person.id ?? '');
  /** In which English and time zone dates are written for the viewer. */
  readonly writing = computed(() => ({
    language: this.locale.language,
    timeZone: this.known()?.timeZone ?? this.locale.timeZone,
  }));

  constructor() {
    const reconnections = this.socket.connected.pipe(skip(1)).subscribe(() => {
      void this.recognise();
    });
    inject(DestroyRef).onDestroy(() => {
      reconnections.unsubscribe();
      this.asking?.unsubscribe();
    });
  }

  /** Asks who is signed in. Rejects where the server cannot be asked. */
  async load(): Promise<Viewer | null> {
    const askedAt = this.device.monotonic();
    const { viewer, serverTime } = await this.graphql.query(ViewerDocument, {});
    this.clock.learn({
      askedAt,
      answeredAt: this.device.monotonic(),
      serverTime: instantOf(serverTime),
    });
    this.know(viewer);
    return viewer;
  }

  /** The viewer has this time zone from now on. */
  useTimeZone(timeZone: string | null): void {
    const viewer = this.known();
    if (viewer && viewer.timeZone !== timeZone) this.known.set({ ...viewer, timeZone });
  }

  /** Where the server could not be asked: goes on until it answers, while the page is shown. */
  keepAsking(): void {
    this.asking?.unsubscribe();
    this.asking = this.graphql
      .ask(ViewerDocument, {}, () => undefined)
      .subscribe({
        next: ({ viewer }) => {
          this.know(viewer);
        },
        // The page's own questions say what is wrong.
        error: () => undefined,
      });
  }

  forget(): void {
    this.know(null);
  }

  /**
   * A line that comes back speaks for whoever is signed in in this browser by now. If that is somebody
   * else, who signed in on another tab, this page is not theirs.
   */
  private async recognise(): Promise<void> {
    const before = this.id();
    if (before === '') return;
    try {
      const { viewer } = await this.graphql.query(ViewerDocument, {});
      if (viewer && this.id() === before && viewer.person.id !== before) this.page.startAnew();
    } catch {
      // Whoever is not signed in any more is asked to; what cannot be asked now is asked next time.
    }
  }

  /** What was opened for one person must tell nothing to the next. */
  private know(viewer: Viewer | null): void {
    const before = this.id();
    this.asking?.unsubscribe();
    this.known.set(viewer);
    if (before !== '' && before !== this.id()) this.socket.hangUp();
  }
}
