import { Service, inject } from '@angular/core';
import { Router } from '@angular/router';
import { OpenRoom } from '../session/open-room';
import { calledAway } from '../platform/called-away';
import { PageLife } from '../platform/page-life';
import { BrowserStorage } from '../platform/storage';
import { TabLocks } from '../platform/tab-locks';
import { PreferencesStore } from '../preferences/preferences-store';
import { AutoJoin } from './auto-join';
import type { Awaited } from './domain/alert-points';
import { autoJoinStep, reluctanceMs } from './domain/auto-join';

const lockName = 'auto-join';
const memoryKey = 'autoJoin';

/** Brings one page of the person's to the door in time, and calls in when it opens. */
@Service()
export class AutoJoinKeeper {
  private readonly router = inject(Router);
  private readonly page = inject(PageLife);
  private readonly storage = inject(BrowserStorage);
  private readonly locks = inject(TabLocks);
  private readonly room = inject(OpenRoom);
  private readonly autoJoin = inject(AutoJoin);
  private readonly wishes = inject(PreferencesStore).preferences;
  private letGo: (() => void) | null = null;

  /** Whether some page of the person's is about to enter. */
  async isUnderWay(): Promise<boolean> {
    return this.locks.isTaken(lockName);
  }

  /** Does what is due at `now`. `since` is when this page began to look. */
  async look(sessions: readonly Awaited[], since: number, now: number): Promise<void> {
    if (this.letGo && this.hasEnded(sessions)) this.end();
    for (const session of sessions) await this.lookAt(session, since, now);
  }

  private async lookAt(session: Awaited, since: number, now: number): Promise<void> {
    const waiting = this.autoJoin.waiting();
    const address = addressOf(session.id);
    const isAtDoor = pathOf(this.router.url) === address;
    const step = autoJoinStep(
      {
        startsAt: session.startsAt,
        since,
        isOn: this.wishes().autoJoin && session.isAwaited,
        isArmed: waiting?.sessionId === session.id,
        isDone: this.storage.read(memoryKey) === keyOf(session),
        reluctanceMs: reluctanceMs({ isAtDoor, isVisible: this.page.isVisible }),
      },
      now,
    );
    if (step === 'go') await this.go(session, isAtDoor ? null : address);
    else if (step === 'enter') this.autoJoin.callIn();
    else if (step === 'give-up') this.end();
  }

  private async go(session: Awaited, address: string | null): Promise<void> {
    if (this.letGo) return;
    this.letGo = await this.locks.take(lockName);
    if (!this.letGo) return;
    this.storage.write(memoryKey, keyOf(session));
    this.autoJoin.wait(session.id);
    // Who cannot be brought there is called like everybody else.
    if (address && !(await this.bring(address))) this.end();
  }

  private async bring(address: string): Promise<boolean> {
    try {
      return await this.router.navigateByUrl(address, { info: calledAway });
    } catch {
      return false;
    }
  }

  /** Entered, or what was waited for is not awaited any more. */
  private hasEnded(sessions: readonly Awaited[]): boolean {
    const waiting = this.autoJoin.waiting();
    if (!waiting || this.room.sessionId() !== null) return true;
    return !sessions.some(({ id, isAwaited }) => id === waiting.sessionId && isAwaited);
  }

  private end(): void {
    this.letGo?.();
    this.letGo = null;
    this.autoJoin.end();
  }
}

function addressOf(sessionId: string): string {
  return `/session/${sessionId}`;
}

function pathOf(url: string): string {
  return url.split(/[?#]/)[0] ?? url;
}

function keyOf({ id, startsAt }: Awaited): string {
  return `${id}@${String(startsAt)}`;
}
