import { Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { filter, map, merge, switchMap } from 'rxjs';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { PreferencesStore } from '../preferences/preferences-store';
import { ComingSessions } from '../session/coming-sessions';
import { OpenRoom } from '../session/open-room';
import { countdownText } from '../session/session-words';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { AlertEngine } from './alert-engine';
import { AlertSound } from './alert-sound';
import { urgencyAt } from './domain/urgency';

/** What is told on every page while a session is near, and what the person can do about it there. */
@Component({
  selector: 'pl-alerts',
  imports: [Button, Icon, RouterLink],
  templateUrl: './alerts.html',
  styleUrl: './alerts.css',
})
export class Alerts {
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  private readonly room = inject(OpenRoom);
  private readonly sound = inject(AlertSound);
  private readonly engine = inject(AlertEngine);

  private readonly path = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  protected readonly isSoundOffered = computed(
    () => this.sound.isTapNeeded() && this.room.sessionId() === null,
  );
  /** The dashboard and the session's own page have a button of their own. */
  protected readonly session = computed(() => {
    const [session, path] = [this.engine.nearest(), this.path().split(/[?#]/)[0]];
    return session && path !== '/' && path !== `/session/${session.id}` ? session : null;
  });
  protected readonly urgency = computed(() =>
    urgencyAt(this.session()?.startsAt ?? Infinity, this.clock.time()),
  );
  protected readonly count = computed(() =>
    countdownText((this.session()?.startsAt ?? 0) - this.clock.time()),
  );

  constructor() {
    const news = merge(
      toObservable(inject(ComingSessions).sessions),
      toObservable(inject(PreferencesStore).preferences),
      toObservable(this.room.sessionId),
      inject(PageLife).returns,
      inject(SocketHealth).connected.pipe(switchMap(() => this.clock.sync())),
    );
    news.pipe(takeUntilDestroyed()).subscribe(() => {
      void this.engine.look();
    });
  }

  protected turnOnSound(): void {
    void this.sound.turnOn();
  }
}
