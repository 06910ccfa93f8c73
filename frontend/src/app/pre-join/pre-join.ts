import {
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { AutoJoin } from '../alerts/auto-join';
import { AutoJoinSwitch } from '../alerts/auto-join-switch';
import { JoinCall, callText, urgencyAt } from '../alerts/join-call';
import { GuidedCheck } from '../device-check/guided-check';
import { DeviceStore } from '../media/device-store';
import { type Manner, MediaStore } from '../media/media-store';
import { Preview } from '../media/preview';
import { NotificationCard } from '../notifications/notification-card';
import { ServerClock } from '../platform/server-clock';
import { PlanPanel } from '../scheduling/plan-panel';
import { isOpen } from '../session/session-clock';
import { SessionStore } from '../session/session-store';
import { momentText } from '../session/session-words';
import { StartCountdown } from '../session/start-countdown';
import { ViewerStore } from '../account/viewer-store';
import { TopBar } from '../frame/top-bar';
import { TopicsPanel } from '../topics/topics-panel';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { LiveRegion } from '../ui/live-region/live-region';
import { Facts } from './facts/facts';

/** Whoever presses Join waits so long for devices that start. */
const patienceMs = 3000;

/** Before the session: what is coming, whether the devices work, and the door. */
@Component({
  selector: 'pl-pre-join',
  imports: [
    AutoJoinSwitch,
    Button,
    Facts,
    GuidedCheck,
    Icon,
    JoinCall,
    LiveRegion,
    NotificationCard,
    PlanPanel,
    Preview,
    StartCountdown,
    TopBar,
    TopicsPanel,
  ],
  templateUrl: './pre-join.html',
  styleUrl: './pre-join.css',
})
export class PreJoin {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly media = inject(MediaStore);
  private readonly autoJoin = inject(AutoJoin);
  protected readonly devices = inject(DeviceStore);
  protected readonly store = inject(SessionStore);

  /** Whether the viewer was in the room before, on this page. */
  readonly hasLeft = input(false);
  /** Whether the viewer came to try their devices, such as from a reminder. */
  readonly isAskedToCheck = input(false);
  readonly join = output<Manner>();

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
    if (this.wasIn()) return 'Rejoin';
    return this.urgency() === 'last' || this.urgency() === 'missed' ? 'Join Now!' : 'Join Now';
  });
  protected readonly startsAt = computed(() => this.store.times()?.startsAt ?? Infinity);
  private readonly urgency = computed(() => urgencyAt(this.startsAt(), this.clock.time()));
  protected readonly isLate = computed(() => this.urgency() === 'missed');
  /** Whoever was in knows where the door is. */
  protected readonly isCalling = computed(
    () => this.canJoin() && !this.isElsewhere() && !this.wasIn(),
  );
  protected readonly size = computed(() =>
    this.isCalling() && this.urgency() !== 'calm' ? 'huge' : 'large',
  );
  /** What stands above the button while the countdown runs. */
  protected readonly readyText = computed(() =>
    this.isCalling() && this.urgency() === 'last' ? callText('last') : '',
  );
  protected readonly joinOpens = computed(() => {
    const times = this.store.times();
    return times && momentText(times.joinOpensAt, this.clock.time(), this.viewers.writing());
  });
  /** What stands above the button when the start has passed. */
  protected readonly lateText = computed(() => {
    if (this.isElsewhere()) return 'You are in this session on another page.';
    if (this.wasIn()) return 'You left the session. Want to rejoin?';
    const isWaitedFor = this.store.other()?.presence === 'IN_ROOM';
    if (this.isLate()) return this.isCalledIn() ? '' : callText('missed');
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

  /** It is time to go in by itself. */
  private readonly isCalledIn = computed(() => {
    const waiting = this.autoJoin.waiting();
    return Boolean(waiting?.isDue) && waiting?.sessionId === this.store.session()?.id;
  });
  /** Why it does not go in by itself. */
  protected readonly hindrance = computed(() =>
    this.isCalledIn() && !this.devices.hasPassedCheck()
      ? 'Auto-join waits for your devices. Join Now goes in with what works.'
      : '',
  );
  private readonly mayGoIn = computed(
    () => this.isCalledIn() && this.isCalling() && this.devices.hasPassedCheck(),
  );
  /** Join was pressed while the devices start: a moment, and it goes in with what works by then. */
  protected readonly isPressed = signal(false);
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    void this.devices.start();
    effect(() => {
      const isReady = this.isPressed() && !this.devices.isOpening();
      untracked(() => {
        if (isReady) this.enter();
      });
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.patience);
    });
    effect(() => {
      const mayGoIn = this.mayGoIn();
      untracked(() => {
        if (mayGoIn) this.goIn();
      });
    });
  }

  protected press(): void {
    if (this.isPressed()) return;
    this.isPressed.set(true);
    this.patience = setTimeout(() => {
      this.enter();
    }, patienceMs);
  }

  protected endCheck(): void {
    this.isChecking.set(false);
    const read = () => {
      // Its button has gone with it; the keyboard goes on where the check was asked for.
      this.host.querySelector<HTMLElement>('.tips button')?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }

  private enter(): void {
    clearTimeout(this.patience);
    this.isPressed.set(false);
    this.join.emit('pressed');
  }

  /** Once: whoever is refused is not sent against the door again and again. */
  private goIn(): void {
    this.autoJoin.end();
    this.join.emit('by-itself');
  }
}
