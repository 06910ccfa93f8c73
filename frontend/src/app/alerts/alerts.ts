import { Component, DestroyRef, DOCUMENT, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { merge, switchMap } from 'rxjs';
import { instantOf } from '../platform/clock';
import { PageLife } from '../platform/page-life';
import { ServerClock } from '../platform/server-clock';
import { SocketHealth } from '../platform/socket-health';
import { BrowserStorage } from '../platform/storage';
import { PreferencesStore } from '../preferences/preferences-store';
import { ComingSessions } from '../session/coming-sessions';
import { OpenRoom } from '../session/open-room';
import { countdownText } from '../session/session-words';
import { ToldSession } from '../session/told-session';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { AlertEngine } from './alert-engine';
import { AlertSound } from './alert-sound';
import { currentPath } from './current-path';
import { isPutAway, readPutAway } from './domain/put-away';
import { urgencyAt } from './domain/urgency';

const memoryKey = 'putAway';

/** What is told on every page while a session is near, and what the person can do about it there. */
@Component({
  selector: 'pl-alerts',
  imports: [Button, Icon, RouterLink],
  templateUrl: './alerts.html',
  styleUrl: './alerts.css',
  host: { '(keydown.escape)': 'putAway()' },
})
export class Alerts {
  private readonly document = inject(DOCUMENT);
  private readonly clock = inject(ServerClock);
  private readonly storage = inject(BrowserStorage);
  private readonly coming = inject(ComingSessions);
  private readonly room = inject(OpenRoom);
  private readonly sound = inject(AlertSound);
  private readonly engine = inject(AlertEngine);

  private readonly path = currentPath();
  private readonly away = signal(readPutAway(this.storage.read(memoryKey)));
  /** Of which session it is told, or will be. */
  private readonly near = computed(() => {
    const [nearest, next] = [this.engine.nearest(), this.coming.next()];
    return nearest ?? (next && { id: next.id, startsAt: instantOf(next.clock.startsAt) });
  });
  private readonly key = computed(() => {
    const near = this.near();
    return near ? `${near.id}@${String(near.startsAt)}` : '';
  });
  protected readonly urgency = computed(() =>
    urgencyAt(this.near()?.startsAt ?? Infinity, this.clock.time()),
  );
  /** The dashboard and the session's own page have a button of their own. */
  protected readonly session = computed(() => {
    const [session, path] = [this.engine.nearest(), this.path()];
    if (!session || path === '/' || path === `/session/${session.id}`) return null;
    return isPutAway(this.away(), this.key(), this.urgency()) ? null : session;
  });
  /** Alone it is not offered again to who has put it away. */
  protected readonly isSoundOffered = computed(
    () =>
      this.sound.isTapNeeded() &&
      this.room.sessionId() === null &&
      (this.session() !== null || this.away()?.key !== this.key()),
  );
  protected readonly count = computed(() =>
    countdownText((this.session()?.startsAt ?? 0) - this.clock.time()),
  );
  protected readonly awayWord = computed(() =>
    this.session() && this.urgency() === 'soon' ? 'Hide until the last minute' : 'Hide',
  );

  constructor() {
    const news = merge(
      toObservable(this.coming.sessions),
      toObservable(inject(PreferencesStore).preferences),
      toObservable(this.room.sessionId),
      inject(PageLife).returns,
      inject(SocketHealth).connected.pipe(switchMap(() => this.clock.sync())),
    );
    news.pipe(takeUntilDestroyed()).subscribe(() => {
      void this.engine.look();
    });
    const unwatch = inject(ToldSession).watch(() => this.engine.nearest()?.id ?? null);
    inject(DestroyRef).onDestroy(unwatch);
  }

  /** Until it is more pressing; the keyboard goes on in the page. */
  protected putAway(): void {
    const putAway = { key: this.key(), urgency: this.urgency() };
    this.away.set(putAway);
    this.storage.write(memoryKey, putAway);
    this.document.querySelector('main')?.focus({ preventScroll: true });
  }

  protected turnOnSound(): void {
    void this.sound.turnOn();
  }
}
