import { Service, computed, inject, signal } from '@angular/core';
import { DeviceClock, instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { Locale } from '../platform/locale';
import { ServerClock } from '../platform/server-clock';
import { ViewerDocument, type ViewerQuery } from './account-operations';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in on this page. */
@Service()
export class ViewerStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly device = inject(DeviceClock);
  private readonly locale = inject(Locale);
  private readonly known = signal<Viewer | null>(null);

  readonly viewer = this.known.asReadonly();
  readonly id = computed(() => this.known()?.person.id ?? '');
  /** In which English and time zone dates are written for the viewer. */
  readonly writing = computed(() => ({
    language: this.locale.language,
    timeZone: this.known()?.timeZone ?? this.locale.timeZone,
  }));

  /** Asks who is signed in. Rejects where the server cannot be asked. */
  async load(): Promise<Viewer | null> {
    const askedAt = this.device.monotonic();
    const { viewer, serverTime } = await this.graphql.query(ViewerDocument, {});
    this.clock.learn({
      askedAt,
      answeredAt: this.device.monotonic(),
      serverTime: instantOf(serverTime),
    });
    this.known.set(viewer);
    return viewer;
  }

  /** The viewer has this time zone from now on. */
  useTimeZone(timeZone: string | null): void {
    const viewer = this.known();
    if (viewer && viewer.timeZone !== timeZone) this.known.set({ ...viewer, timeZone });
  }

  forget(): void {
    this.known.set(null);
  }
}
