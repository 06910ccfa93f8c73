import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';
import { NotificationCard } from '../notifications/notification-card';
import { PagePrefetch } from '../platform/page-prefetch';
import { ServerClock } from '../platform/server-clock';
import { isOpen, phaseAt, timesOf } from '../session/session-clock';
import { nextBooking } from '../scheduling/next-booking';
import { SessionMenu } from '../scheduling/session-menu';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { DashboardStore } from './dashboard-store';
import { NextSession } from './next-session/next-session';
import { SessionListPanel } from '../session-list/session-list-panel';

const sessionPath = 'session/:id';

/** What comes next, what comes later, and what was. */
@Component({
  selector: 'pl-dashboard-page',
  imports: [
    Button,
    Icon,
    NextSession,
    NotificationCard,
    RouterLink,
    SessionListPanel,
    SessionMenu,
    TopBar,
  ],
  templateUrl: './dashboard-page.html',
  styleUrl: './dashboard-page.css',
  providers: [DashboardStore],
})
export class DashboardPage {
  private readonly clock = inject(ServerClock);
  private readonly prefetch = inject(PagePrefetch);
  protected readonly viewer = inject(ViewerStore).viewer;
  protected readonly store = inject(DashboardStore);

  protected readonly isMentor = computed(() => this.viewer()?.roles.includes('MENTOR') ?? false);
  protected readonly isAdmin = computed(() => this.viewer()?.roles.includes('ADMIN') ?? false);
  /** Runs the place, and has no sessions as a rule. */
  protected readonly isAdminOnly = computed(
    () => this.viewer()?.roles.every((role) => role === 'ADMIN') ?? false,
  );
  /** Who only runs the place is not told of a list that stays empty. */
  protected readonly pastShown = computed(() => {
    const past = this.store.past();
    return past?.items.length === 0 && this.isAdminOnly() ? null : past;
  });
  /** Where a learner books with the mentor whom they met last. */
  protected readonly lastMet = computed(() => {
    const last = this.store.past()?.items.find(({ viewerRole }) => viewerRole === 'LEARNER');
    const next = last && nextBooking(last);
    return next ? { ...next, name: last.other.person.displayName } : null;
  });
  private readonly isDoorOpen = computed(() => {
    const next = this.store.next();
    return next !== null && isOpen(phaseAt(timesOf(next.clock), this.clock.time()));
  });

  constructor() {
    this.store.open();
    effect(() => {
      if (this.isDoorOpen()) this.prefetch.want(sessionPath);
    });
  }
}
