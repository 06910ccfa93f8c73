import {
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { FirstPicture } from '../../issues/first-picture';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { MediaView } from '../../media/media-view';
import { shareFaultText } from '../../media/share-words';
import { FullScreen } from '../../platform/full-screen';
import { WakeLock } from '../../platform/wake-lock';
import { SessionStore } from '../../session/session-store';
import { Avatar } from '../../ui/avatar/avatar';
import { Button } from '../../ui/button/button';
import { Connecting } from '../../ui/connecting/connecting';
import { Dialog } from '../../ui/dialog/dialog';
import { Icon } from '../../ui/icon/icon';
import { floatCall } from './float-call';
import { WaitingRoom } from '../waiting/waiting-room';
import { SelfView } from './self-view';
import { SharedScreen } from './shared-screen';
import { followSpeaker } from './speaker-switch';

/**
 * The other one large, oneself small in a corner; or a screen or board large, and both people beside
 * it; or the waiting room. Projected are the `[board]`, the `[captions]`, and what is
 * said over it all: `[alerts]` first, then the rest, which is `[over]`.
 */
@Component({
  selector: 'pl-stage',
  imports: [
    Avatar,
    Button,
    Connecting,
    Dialog,
    Icon,
    MediaView,
    SelfView,
    SharedScreen,
    WaitingRoom,
  ],
  templateUrl: './stage.html',
  styleUrls: ['./stage.css', './stage-shared.css'],
})
export class Stage {
  private readonly store = inject(SessionStore);
  private readonly takeOver = viewChild.required<Dialog>('takeOver');
  private readonly area = viewChild.required<ElementRef<HTMLElement>>('area');
  protected readonly media = inject(MediaStore);
  protected readonly devices = inject(DeviceStore);
  protected readonly firstPicture = inject(FirstPicture);

  /** Whether the board that is projected has the stage. */
  readonly isBoardShown = input(false);
  /** Whether captions stand over the lower edge, so that nothing else may. */
  readonly hasCaptions = input(false);
  /** The person wants to leave, from the window that floats. */
  readonly leave = output();

  protected readonly speaker = followSpeaker();
  protected readonly peer = this.media.peer;
  protected readonly connection = this.media.connection;
  protected readonly isElsewhere = this.media.isElsewhere;
  protected readonly other = this.store.other;
  protected readonly otherName = computed(() => this.other()?.person.displayName ?? '');
  protected readonly remotePicture = computed(() => {
    const peer = this.peer();
    return peer?.isCameraOn ? peer.camera : null;
  });
  /** A whole screen shows this page too: one's own picture of it would never end. */
  protected readonly screen = computed(() => {
    const screen = this.media.screen();
    return screen?.isWholeScreen ? null : screen;
  });
  protected readonly screenOwner = computed(() => {
    const screen = this.screen();
    return screen && screen.personId === this.other()?.person.id ? this.otherName() : '';
  });
  protected readonly layout = computed(() =>
    this.isBoardShown() || this.screen() ? 'shared' : 'speaker',
  );
  protected readonly fault = computed(() => {
    const fault = this.media.shareFault();
    return fault && shareFaultText(fault, this.otherName());
  });

  constructor() {
    const [wakeLock, fullScreen] = [inject(WakeLock), inject(FullScreen)];
    const video = () => this.area().nativeElement.querySelector<HTMLVideoElement>('.large video');
    const leave = () => {
      this.leave.emit();
    };
    floatCall({ video, leave });
    fullScreen.offer(video);
    void wakeLock.hold();
    inject(DestroyRef).onDestroy(() => {
      void wakeLock.release();
      void fullScreen.leave();
    });
    effect(() => {
      if (this.media.isTakeOverAsked()) this.takeOver().open();
    });
  }
}
