import { Component, computed, inject, output, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
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
import { ShortcutHelp } from './help/shortcut-help';
import { PushToTalk } from './keys/push-to-talk';
import { RoomKeys } from './keys/room-keys';
import { ConnectionBanner } from './notice/connection-banner';
import { type Question, RoomControls } from './room-controls';
import { RoomPanels } from './room-panels';
import { RoomSettings } from './settings/settings';
import { Sidebar } from './sidebar/sidebar';
import { StageControls } from './stage-controls';
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
    RoomSettings,
    ShortcutHelp,
    Sidebar,
    Stage,
  ],
  templateUrl: './room.html',
  styleUrl: './room.css',
  host: { '[attr.data-phase]': 'session.phase()', '[attr.data-state]': 'media.connection()' },
  providers: [CallVoice, PushToTalk, RoomControls, RoomKeys, RoomPanels, StageControls],
})
export class Room {
  private readonly socket = inject(SocketHealth);
  private readonly leaveDialog = viewChild.required<Dialog>('leaveDialog');
  private readonly endDialog = viewChild.required<Dialog>('endDialog');
  protected readonly session = inject(SessionStore);
  protected readonly media = inject(MediaStore);
  protected readonly panels = inject(RoomPanels);
  protected readonly controls = inject(RoomControls).controls;
  protected readonly stage = inject(StageControls);

  readonly leave = output();

  protected readonly isHelpOpen = signal(false);
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

  constructor() {
    inject(CallVoice);
    inject(RoomKeys);
    inject(RoomControls)
      .questions.pipe(takeUntilDestroyed())
      .subscribe((question) => {
        this.ask(question);
      });
  }

  /** Both ways to the other are tried at once; the one that works is not disturbed. */
  protected reconnect(): void {
    this.media.retryNow();
    this.socket.retryNow();
  }

  private ask(question: Question): void {
    if (question === 'leave') this.askToLeave();
    if (question === 'end') this.endDialog().open();
    if (question === 'help') this.isHelpOpen.set(true);
  }

  /** Whoever waits alone may go; once it has begun, leaving has a price. */
  protected askToLeave(): void {
    const phase = this.session.phase();
    if (phase === 'IN_PROGRESS' || phase === 'PAUSED') this.leaveDialog().open();
    else this.leave.emit();
  }
}
