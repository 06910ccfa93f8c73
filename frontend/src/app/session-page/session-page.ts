import {
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RetryJoin } from '../alerts/retry-join';
import { ChatStore } from '../chat/chat-store';
import { DeviceStore } from '../media/device-store';
import { type Manner, MediaStore } from '../media/media-store';
import { provideMedia } from '../media/provide-media';
import { newId } from '../platform/ids';
import { PreJoin } from '../pre-join/pre-join';
import { Room } from '../room/room';
import { OpenRoom } from '../session/open-room';
import { isOpen } from '../session/session-clock';
import { SessionStore } from '../session/session-store';
import { EndScreen } from './end-screen/end-screen';
import { PageFault } from './page-fault/page-fault';
import { PageWaiting } from './page-waiting/page-waiting';

/** One session from before its start to its end: one address, whatever its phase. */
@Component({
  selector: 'pl-session-page',
  imports: [EndScreen, PageFault, PageWaiting, PreJoin, RetryJoin, Room],
  template: `
    @switch (stage()) {
      @case ('room') {
        <pl-room (leave)="leave()" />
      }
      @case ('pre-join') {
        <pl-pre-join
          [hasLeft]="hasLeft()"
          [isAskedToCheck]="isAskedToCheck()"
          (join)="join($event)"
        />
      }
      @case ('end') {
        <pl-end-screen [wasHere]="wasHere()" />
      }
      @case ('fault') {
        <pl-page-fault [fault]="store.fault() ?? 'failed'" (retry)="store.retry()" />
      }
      @default {
        <pl-page-waiting />
      }
    }
    <pl-retry-join [isFailing]="isFailing()" (retry)="retry()" />
  `,
  styles: ':host { display: contents; }',
  providers: [SessionStore, ChatStore, provideMedia()],
})
export class SessionPage {
  private readonly media = inject(MediaStore);
  private readonly devices = inject(DeviceStore);
  private readonly chat = inject(ChatStore);
  protected readonly store = inject(SessionStore);

  readonly id = input.required<string>();
  /** Of the address: whether the viewer came to try their devices. */
  readonly check = input<string>();

  private readonly connectionId = newId();
  protected readonly hasLeft = signal(false);
  /** Whether the session was still going on when the page was opened. */
  protected readonly wasHere = signal(false);

  private readonly wantsIn = signal(false);

  protected readonly stage = computed(() => {
    if (this.store.session() === null) return this.store.fault() ? 'fault' : 'loading';
    if (this.store.isOver()) return 'end';
    return this.media.connection() === 'outside' ? 'pre-join' : 'room';
  });
  protected readonly isAskedToCheck = computed(() => this.check() !== undefined);
  /** Wanted in, and not let in yet. */
  protected readonly isFailing = computed(() => {
    const problem = this.media.problem();
    const hasFailed = problem !== null && problem !== 'removed' && this.wantsIn();
    return hasFailed && !this.store.isOver() && !isIn(this.media.connection());
  });
  private readonly isDoorOpen = computed(() => {
    const phase = this.store.phase();
    return this.stage() === 'pre-join' && phase !== null && isOpen(phase);
  });

  constructor() {
    const unwatch = inject(OpenRoom).watch(() => (this.stage() === 'room' ? this.id() : null));
    inject(DestroyRef).onDestroy(unwatch);
    effect(() => {
      const id = this.id();
      untracked(() => {
        this.store.open(id, this.connectionId);
      });
    });
    effect(() => {
      const isDoorOpen = this.isDoorOpen();
      untracked(() => {
        if (isDoorOpen) void this.media.warmUp(this.place());
      });
    });
    effect(() => {
      const isOver = this.store.isOver();
      untracked(() => {
        if (isOver) this.switchOff();
      });
    });
  }

  protected join(manner: Manner): void {
    this.wantsIn.set(true);
    this.wasHere.set(true);
    this.chat.open(this.id(), this.store.self()?.person.id ?? '');
    void this.media.enter(this.place(), manner);
  }

  /** Tries at once what goes on trying by itself, or begins again where that has ended. */
  protected retry(): void {
    if (this.media.connection() === 'outside') this.join('pressed');
    else this.media.retryNow();
  }

  protected leave(): void {
    this.wantsIn.set(false);
    this.hasLeft.set(true);
    void this.media.leave();
  }

  private switchOff(): void {
    this.media.close();
    this.devices.stop();
  }

  private place() {
    return { sessionId: this.id(), connectionId: this.connectionId };
  }
}

function isIn(connection: ReturnType<MediaStore['connection']>): boolean {
  return connection === 'connected' || connection === 'reconnecting';
}
