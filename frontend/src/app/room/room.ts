import { BreakpointObserver } from '@angular/cdk/layout';
import {
  Component,
  computed,
  inject,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ChatStore } from '../chat/chat-store';
import { DeviceStore } from '../media/device-store';
import { MediaStore } from '../media/media-store';
import { MediaView } from '../media/media-view';
import { SocketHealth } from '../platform/socket-health';
import { SessionStore } from '../session/session-store';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { LiveRegion } from '../ui/live-region/live-region';
import { Controls } from './controls/controls';
import { CallVoice } from './call-voice';
import { connectionNotice } from './domain/connection-notice';
import { timeWarning } from './domain/time-warning';
import { RoomHeader } from './header/room-header';
import { ConnectionBanner } from './notice/connection-banner';
import type { SidebarTab } from './sidebar/panel';
import { Sidebar } from './sidebar/sidebar';
import { Stage } from './stage/stage';

/** In the session. */
@Component({
  selector: 'pl-room',
  imports: [
    Button,
    ConnectionBanner,
    Controls,
    Dialog,
    LiveRegion,
    MediaView,
    RoomHeader,
    Sidebar,
    Stage,
  ],
  templateUrl: './room.html',
  styleUrl: './room.css',
  host: { '[attr.data-phase]': 'session.phase()', '[attr.data-state]': 'media.connection()' },
  providers: [CallVoice],
})
export class Room {
  private readonly socket = inject(SocketHealth);
  private readonly leaveDialog = viewChild.required<Dialog>('leaveDialog');
  private readonly endDialog = viewChild.required<Dialog>('endDialog');
  protected readonly session = inject(SessionStore);
  protected readonly media = inject(MediaStore);
  protected readonly devices = inject(DeviceStore);
  protected readonly chat = inject(ChatStore);

  readonly leave = output();

  private readonly isWide = toSignal(inject(BreakpointObserver).observe('(width >= 60rem)'), {
    requireSync: true,
  });
  /** Beside the video it is open until it is closed, in front of it closed until it is opened. */
  protected readonly isSidebarOpen = linkedSignal(() => this.isWide().matches);
  protected readonly tab = signal<SidebarTab>('chat');
  protected readonly isMentor = computed(() => this.session.self()?.role === 'MENTOR');
  protected readonly isChatShown = computed(() => this.isSidebarOpen() && this.tab() === 'chat');
  protected readonly notice = computed(() =>
    connectionNotice({
      isMediaDown: this.media.connection() === 'reconnecting' || this.media.isStuck(),
      isMediaStuck: this.media.isStuck(),
      isVideoServiceDown: this.media.problem() === 'no-media',
      failedSocketAttempts: this.socket.failedAttempts(),
    }),
  );
  /** Said once each: the time that is left. */
  protected readonly warning = computed(() => timeWarning(this.session.timeLeftMs()));
  protected readonly happening = computed(() => this.session.systemLines().at(-1)?.text ?? '');

  protected toggleChat(): void {
    const isShown = this.isChatShown();
    this.tab.set('chat');
    this.isSidebarOpen.set(!isShown);
  }

  protected toggleTopics(): void {
    const isShown = this.isSidebarOpen() && this.tab() === 'topics';
    this.tab.set('topics');
    this.isSidebarOpen.set(!isShown);
  }

  constructor() {
    inject(CallVoice);
  }

  /** Both ways to the other are tried at once; the one that works is not disturbed. */
  protected reconnect(): void {
    this.media.retryNow();
    this.socket.retryNow();
  }

  /** Whoever waits alone may go; once it has begun, leaving has a price. */
  protected askToLeave(): void {
    const phase = this.session.phase();
    if (phase === 'IN_PROGRESS' || phase === 'PAUSED') this.leaveDialog().open();
    else this.leave.emit();
  }

  protected askToEnd(): void {
    this.endDialog().open();
  }
}
