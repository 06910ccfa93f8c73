import { type Signal, effect, inject, untracked } from '@angular/core';
import { FirstPicture } from '../issues/first-picture';
import { IssueReporter } from '../issues/issue-reporter';
import { DeviceStore } from '../media/device-store';
import { MediaStore } from '../media/media-store';
import { PageLife } from '../platform/page-life';
import { SocketHealth } from '../platform/socket-health';
import {
  callCondition,
  deviceCondition,
  flowCondition,
  joinCondition,
  lineCondition,
  soundCondition,
  wayCondition,
} from './issue-conditions';

/** Reports what fails for the person; `isFailing`: wanted in, and not let in yet. To be called by the page. */
export function watchIssues(isFailing: Signal<boolean>): void {
  const [reporter, socket] = [inject(IssueReporter), inject(SocketHealth)];
  const [media, devices] = [inject(MediaStore), inject(DeviceStore)];
  reporter.watch('SOCKET', () => (socket.isDown() ? { code: null } : 'works'));
  reporter.watch('MEDIA_CONNECTION', () => {
    return callCondition(media.connection(), media.isStalled());
  });
  reporter.watch('NO_MEDIA', () => flowCondition(media.connection(), media.isStalled()));
  reporter.watch('JOIN', () => joinCondition(media.connection(), isFailing(), media.problem()));
  reporter.watch('BACKUP_SERVER', () => wayCondition(media.connection(), media.way()));
  reporter.watch('BANDWIDTH', () => lineCondition(media.connection(), media.isLowBandwidth()));
  reporter.watch('DEVICE', () => deviceCondition('camera', devices.camera()));
  reporter.watch('DEVICE', () => {
    return deviceCondition('microphone', devices.microphone(), devices.isSilent());
  });
  reporter.watch('DEVICE', () => soundCondition(media.connection(), media.isSoundAllowed()));
}

/** The wait for the first picture is told where the other was there with one, and somebody looks. */
export function watchFirstPicture(): FirstPicture {
  const [picture, media, page] = [inject(FirstPicture), inject(MediaStore), inject(PageLife)];
  let wasIn = false;
  effect(() => {
    const isIn = media.connection() === 'connected';
    const isNews = isIn && !wasIn;
    wasIn = isIn;
    if (isNews && !(untracked(media.peer)?.isCameraOn && page.isVisible)) picture.giveUp();
  });
  return picture;
}
