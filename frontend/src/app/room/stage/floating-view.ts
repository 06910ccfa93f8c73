import { Component, computed, inject, output } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { MediaView } from '../../media/media-view';
import { SessionStore } from '../../session/session-store';
import { countdownText } from '../../session/session-words';
import { Avatar } from '../../ui/avatar/avatar';
import { Icon } from '../../ui/icon/icon';

/** The call in a small window above other pages. */
@Component({
  selector: 'pl-floating-view',
  imports: [Avatar, Icon, MediaView],
  templateUrl: './floating-view.html',
  styleUrl: './floating-view.css',
})
export class FloatingView {
  private readonly store = inject(SessionStore);
  private readonly media = inject(MediaStore);
  protected readonly devices = inject(DeviceStore);

  readonly leave = output();

  protected readonly other = this.store.other;
  protected readonly timeLeft = computed(() => countdownText(this.store.timeLeftMs()));
  /** A screen that the other shares, else their camera. */
  protected readonly picture = computed(() => {
    const [peer, screen] = [this.media.peer(), this.media.screen()];
    if (screen && !screen.isOwn) return screen.picture;
    return peer?.isCameraOn ? peer.camera : null;
  });
  protected readonly isPaused = computed(
    () => this.picture() === null && this.media.peer()?.isPicturePaused === true,
  );
  protected readonly ownPicture = computed(() => {
    const { device, isOn } = this.devices.camera();
    return isOn ? (device?.playable ?? null) : null;
  });
}
