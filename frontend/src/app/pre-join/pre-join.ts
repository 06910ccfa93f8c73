import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { GuidedCheck } from '../device-check/guided-check';
import { DeviceStore } from '../media/device-store';
import { MediaStore } from '../media/media-store';
import { Preview } from '../media/preview';
import { NotificationCard } from '../notifications/notification-card';
import { ServerClock } from '../platform/server-clock';
import { PlanPanel } from '../scheduling/plan-panel';
import { isOpen } from '../session/session-clock';
import { SessionStore } from '../session/session-store';
import { timeText } from '../session/session-words';
import { StartCountdown } from '../session/start-countdown';
import { ViewerStore } from '../account/viewer-store';
import { TopBar } from '../account/top-bar';
import { TopicList } from '../topics/topic-list';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { LiveRegion } from '../ui/live-region/live-region';
import { Facts } from './facts/facts';

/** Before the session: what is coming, whether the devices work, and the door. */
@Component({
  selector: 'pl-pre-join',
  imports: [
    Button,
    Facts,
    GuidedCheck,
    Icon,
    LiveRegion,
    NotificationCard,
    PlanPanel,
    Preview,
    StartCountdown,
    TopBar,
    TopicList,
  ],
  templateUrl: './pre-join.html',
  styleUrl: './pre-join.css',
})
export class PreJoin {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly media = inject(MediaStore);
  protected readonly devices = inject(DeviceStore);
  protected readonly store = inject(SessionStore);

  /** Whether the viewer was in the room before, on this page. */
  readonly hasLeft = input(false);
  /** Whether the viewer came to try their devices, such as from a reminder. */
  readonly isAskedToCheck = input(false);
  readonly join = output();

  protected readonly isChecking = linkedSignal(() => this.isAskedToCheck());

  protected readonly canJoin = computed(() => {
    const phase = this.store.phase();
    return phase !== null && isOpen(phase);
  });
  protected readonly wasIn = computed(() => {
    const presence = this.store.self()?.presence;
    return this.hasLeft() || presence === 'AWAY' || presence === 'REJOINING';
  });
  /** In the room already, from another page of the viewer's. */
  protected readonly isElsewhere = computed(
    () => !this.hasLeft() && this.store.self()?.presence === 'IN_ROOM',
  );
  protected readonly joinWord = computed(() => {
    if (this.isElsewhere()) return 'Use here';
    return this.wasIn() ? 'Rejoin' : 'Join Now';
  });
  protected readonly isLate = computed(() => {
    const times = this.store.times();
    return times !== null && this.clock.time() >= times.startsAt;
  });
  protected readonly joinOpens = computed(() => {
    const times = this.store.times();
    return times && timeText(times.joinOpensAt, this.viewers.writing());
  });
  /** What stands above the button when the start has passed. */
  protected readonly lateText = computed(() => {
    if (this.isElsewhere()) return 'You are in this session on another page.';
    if (this.wasIn()) return 'You left the session. Want to rejoin?';
    const isWaitedFor = this.store.other()?.presence === 'IN_ROOM';
    if (this.isLate()) return 'You missed your start, Join Now!';
    return isWaitedFor ? `${this.store.other()?.person.displayName ?? ''} is waiting for you.` : '';
  });
  protected readonly problem = computed(() => {
    switch (this.media.problem()) {
      case 'no-media':
        return 'Video service unavailable. Try again.';
      case 'unreachable':
        return 'Unable to connect.';
      case 'removed':
        return this.isElsewhere() ? null : 'You were removed from the call.';
      case 'refused':
        return 'You cannot join now. Reload the page and try again.';
      default:
        return null;
    }
  });
  protected readonly arrival = computed(() => {
    const other = this.store.other();
    return other && other.presence !== 'ABSENT' ? `${other.person.displayName} is here` : '';
  });

  constructor() {
    void this.devices.start();
  }
}
