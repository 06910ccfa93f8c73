import { Component, computed, inject } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { MediaStore } from '../../media/media-store';
import { MediaView } from '../../media/media-view';
import { missingText } from '../../presence/presence-badge';
import { SessionStore } from '../../session/session-store';
import { Avatar } from '../../ui/avatar/avatar';
import { Button } from '../../ui/button/button';
import { Connecting } from '../../ui/connecting/connecting';
import { Icon } from '../../ui/icon/icon';

/** The other one large, oneself small in a corner; or the waiting room. */
@Component({
  selector: 'pl-stage',
  imports: [Avatar, Button, Connecting, Icon, MediaView],
  templateUrl: './stage.html',
  styleUrl: './stage.css',
})
export class Stage {
  private readonly store = inject(SessionStore);
  protected readonly media = inject(MediaStore);
  protected readonly devices = inject(DeviceStore);

  protected readonly peer = this.media.peer;
  protected readonly connection = this.media.connection;
  protected readonly isElsewhere = this.media.isElsewhere;
  protected readonly other = this.store.other;
  protected readonly remotePicture = computed(() => {
    const peer = this.peer();
    return peer?.isCameraOn ? peer.camera : null;
  });
  protected readonly ownPicture = computed(() => {
    const { device, isOn } = this.devices.camera();
    return isOn ? (device?.playable ?? null) : null;
  });
  protected readonly self = this.store.self;
  protected readonly hasBegun = computed(() => Boolean(this.store.session()?.actualStart));
  protected readonly waitingText = computed(() => {
    const other = this.other();
    if (!other) return '';
    const role = other.role === 'MENTOR' ? 'MENTOR' : 'LEARNER';
    return missingText(role, other.presence, this.hasBegun());
  });
  /** Who waits for long is told that they may go on waiting. */
  protected readonly isOverdue = computed(() => this.store.phase() === 'NO_SHOW');
}
