import { Service, inject, signal } from '@angular/core';
import { firstValueFrom, from, race, timer } from 'rxjs';
import { Announcer } from '../platform/announcer';
import { PageTitle } from '../platform/page-title';
import { ServerClock } from '../platform/server-clock';
import { SingleFlight } from '../platform/single-flight';
import { SteadyTimer } from '../platform/steady-timer';
import { TabLocks } from '../platform/tab-locks';
import { ComingSessions } from '../session/coming-sessions';
import { OpenRoom, roomLock } from '../session/open-room';
import { AlertSound } from './alert-sound';
import { AutoJoinKeeper } from './auto-join-keeper';
import { type AwaitedCard, awaitedOf } from './awaited';
import {
  type AlertMemory,
  type DueAlert,
  dueAlerts,
  freshMemory,
  lateMs,
  leadMs,
  untilNextLookMs,
} from './domain/alert-points';
import { announcement, iconMark, tabTitle } from './domain/alert-words';
import { Favicon } from './favicon';

const nearMs = 20 * 60_000;
const farLookMs = 10_000;
const unsyncedLookMs = 250;
/** After such a gap the device slept, or its clock leapt: what is known is asked for anew. */
const gapMs = 15_000;
const patienceMs = 3000;
/** So long whoever is about to enter by themselves has before they are called. */
const entryMs = 3000;

/**
 * Watches the time of the sessions that come, on every page: chimes, voice, the tab's title and icon,
 * what a screen reader says, and auto-join. It looks every second by a timer that is not slowed down
 * in a hidden tab, and reads the server's clock at each look.
 */
@Service()
export class AlertEngine {
  private readonly clock = inject(ServerClock);
  private readonly coming = inject(ComingSessions);
  private readonly room = inject(OpenRoom);
  private readonly locks = inject(TabLocks);
  private readonly timer = inject(SteadyTimer);
  private readonly title = inject(PageTitle);
  private readonly icon = inject(Favicon);
  private readonly announcer = inject(Announcer);
  private readonly sound = inject(AlertSound);
  private readonly keeper = inject(AutoJoinKeeper);
  private readonly looking = new SingleFlight(() => this.lookOnce());
  private readonly pressing = signal<AwaitedCard | null>(null);
  private memory: AlertMemory | null = null;
  private since = 0;
  /** The start of a session that this person is about to enter by themselves. */
  private held: DueAlert | null = null;

  /** The session that starts within five minutes, or has started without the viewer. */
  readonly nearest = this.pressing.asReadonly();

  /** Looks now; after that it goes on by itself. */
  async look(): Promise<void> {
    await this.looking.run();
  }

  private async lookOnce(): Promise<void> {
    let waitMs = farLookMs;
    try {
      waitMs = await this.lookAround();
    } finally {
      this.timer.start(waitMs, () => {
        void this.look();
      });
    }
  }

  /** Does what is due, and tells when to look again. */
  private async lookAround(): Promise<number> {
    this.clock.noticeSleep();
    // A wrong clock would have everything passed; what is missed meanwhile is less than a second.
    if (!this.clock.isSynced()) return unsyncedLookMs;
    const memory = this.memory ?? this.begin();
    if (Math.abs(this.clock.now() - memory.seenAt) > gapMs) await this.refresh();
    const now = this.clock.now();
    const sessions = await this.sessions(now);
    if (sessions.length > 0) await this.sound.prepare();
    else this.sound.rest();
    const found = dueAlerts(sessions, memory, now);
    this.memory = found.memory;
    for (const alert of found.due) await this.tell(alert, sessions);
    this.tellHeld(sessions, now);
    await this.keeper.look(sessions, this.since, now);
    this.show(sessions, now);
    if (sessions.length === 0) return farLookMs;
    const starts = sessions.map(({ startsAt }) => startsAt);
    return untilNextLookMs(starts, this.clock.now());
  }

  private begin(): AlertMemory {
    this.since = this.clock.now();
    // A hidden page does not ask by itself, and its clock may have drifted for hours.
    void this.clock.sync();
    return freshMemory(this.since);
  }

  /** The sessions that are near, and whether there is anything to tell of them. */
  private async sessions(now: number): Promise<readonly AwaitedCard[]> {
    const isInRoom = this.room.sessionId() !== null || (await this.locks.isTaken(roomLock));
    return this.coming
      .sessions()
      .map((card) => awaitedOf(card, isInRoom))
      .filter(({ startsAt }) => startsAt - now < nearMs && now - startsAt < lateMs);
  }

  private async tell(alert: DueAlert, sessions: readonly AwaitedCard[]): Promise<void> {
    const isEntering = alert.point === 'start' && (await this.keeper.isUnderWay());
    if (isEntering) this.held = alert;
    else this.say(alert, sessions);
  }

  /** Who is about to enter is not called, unless that takes too long. */
  private tellHeld(sessions: readonly AwaitedCard[], now: number): void {
    const { held } = this;
    if (!held) return;
    const isAwaited = sessions.some((session) => session.id === held.id && session.isAwaited);
    if (isAwaited && now < held.startsAt + entryMs) return;
    this.held = null;
    if (isAwaited) this.say(held, sessions);
  }

  private say({ id, point }: DueAlert, sessions: readonly AwaitedCard[]): void {
    this.sound.ring(point, point === 'one-minute' ? 'about-to-start' : null);
    const session = sessions.find((one) => one.id === id);
    const text = session && announcement(point, session.title);
    if (text) this.announcer.say(text);
  }

  private show(sessions: readonly AwaitedCard[], now: number): void {
    const nearest =
      sessions
        .filter(({ startsAt, isAwaited }) => isAwaited && startsAt - now <= leadMs['five-minutes'])
        .sort((a, b) => a.startsAt - b.startsAt)[0] ?? null;
    this.pressing.set(nearest);
    this.title.show(nearest && tabTitle(nearest, now));
    this.icon.show(nearest && iconMark(nearest.startsAt, now));
  }

  /** A fresh server time and fresh sessions, if they come soon. */
  private async refresh(): Promise<void> {
    const asked = Promise.all([this.clock.sync(), this.coming.reload()]);
    await firstValueFrom(race(from(asked), timer(patienceMs)));
  }
}
