import { type Signal, computed, effect, signal, untracked } from '@angular/core';
import type { Call, CallView, LocalScreen, MediaLibrary, SharedScreen } from './call';
import { type ShareFault, diagnoseShare } from './domain/share-fault';

interface Around {
  readonly library: MediaLibrary;
  readonly call: Signal<Call | null>;
  readonly view: Signal<CallView | null>;
  /** Whether the person wants to be in the call. */
  readonly isWanted: Signal<boolean>;
  readonly now: () => number;
}

/** The one screen that is shown in a call. Ours stays chosen while the call is found again. */
export class ScreenShare {
  private readonly local = signal<LocalScreen | null>(null);
  private readonly sentBy = signal<Call | null>(null);
  private readonly choosing = signal(false);
  private readonly question = signal(false);
  private readonly problem = signal<ShareFault | null>(null);
  private startedAt = 0;
  /** Until ours has arrived at the call the other's is the newest there. */
  private wasShown = false;

  readonly fault = this.problem.asReadonly();
  readonly isSharing = computed(() => this.local() !== null);
  /** Whether to ask if the other's screen is to give way to ours. */
  readonly isAsking = this.question.asReadonly();

  constructor(private readonly around: Around) {
    effect(() => {
      const [call, view, screen] = [around.call(), around.view(), this.local()];
      const isReady = view?.link === 'connected' && call !== this.sentBy();
      if (call && screen && isReady) untracked(() => void this.send(call, screen));
    });
    effect(() => {
      const shown = around.view()?.screen ?? null;
      untracked(() => {
        this.giveWay(shown);
      });
    });
    effect(() => {
      if (!around.isWanted()) untracked(() => void this.stop());
    });
  }

  /** Must be called by what the person does, or browsers refuse. Asks first when the other shares. */
  async start(): Promise<void> {
    if (this.local() || this.choosing()) return;
    const shown = this.around.view()?.screen;
    if (shown && !shown.isOwn && !this.question()) this.question.set(true);
    else await this.choose();
  }

  /** The other's screen stays. */
  keepTheirs(): void {
    this.question.set(false);
  }

  async stop(): Promise<void> {
    const [screen, call] = [this.local(), this.sentBy()];
    this.question.set(false);
    this.local.set(null);
    this.sentBy.set(null);
    if (!screen) return;
    screen.stop();
    try {
      await call?.unshare(screen);
    } catch {
      // The connection is gone, and what was sent on it too.
    }
  }

  forgetFault(): void {
    this.problem.set(null);
  }

  private async choose(): Promise<void> {
    this.question.set(false);
    this.problem.set(null);
    this.choosing.set(true);
    try {
      this.adopt(await this.around.library.openScreen());
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: '', message: '' };
      this.problem.set(diagnoseShare(name, message));
    } finally {
      this.choosing.set(false);
    }
  }

  private adopt(screen: LocalScreen): void {
    // The session was left while the person chose.
    if (!this.around.isWanted()) {
      screen.stop();
      return;
    }
    this.startedAt = this.around.now();
    screen.whenGone(() => {
      if (this.local() === screen) void this.stop();
    });
    this.local.set(screen);
  }

  private async send(call: Call, screen: LocalScreen): Promise<void> {
    this.sentBy.set(call);
    try {
      await call.share(screen, this.startedAt);
    } catch {
      // When the connection went away meanwhile, the next one sends it again.
      if (call.view().link === 'connected') await this.stopFor('failed');
      return;
    }
    // Both began at the same moment, and theirs is the one that is shown.
    const isTheirs = call.view().screen?.isOwn === false;
    if (isTheirs && this.local() === screen) await this.stopFor('taken-over');
  }

  /** Theirs was begun after ours. */
  private giveWay(shown: SharedScreen | null): void {
    if (!shown) this.question.set(false);
    if (shown?.isOwn === false && this.wasShown && this.local()) void this.stopFor('taken-over');
    this.wasShown = shown?.isOwn ?? false;
  }

  private async stopFor(fault: ShareFault): Promise<void> {
    this.problem.set(fault);
    await this.stop();
  }
}
