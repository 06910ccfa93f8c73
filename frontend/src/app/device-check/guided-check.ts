import {
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { DeviceStore } from '../media/device-store';
import { provideNetworkProbe } from '../media/provide-network-probe';
import { SpeakerTest } from '../media/speaker-test';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { CheckSummary } from './check-summary';
import { CheckStore } from './check-store';
import type { Part, Result } from './domain/check-steps';
import { NetworkCheck } from './network-check';
import { NetworkStore } from './network-store';

const names: Readonly<Record<Part, string>> = {
  camera: 'Camera',
  microphone: 'Microphone',
  speaker: 'Speaker',
  network: 'Network',
};

const resultWords: Readonly<Record<Result, string>> = {
  OK: 'works',
  PROBLEM: 'does not work',
  SKIPPED: 'skipped',
};

/** Camera, microphone, speaker, network: one tap each, and each may be skipped. */
@Component({
  selector: 'pl-guided-check',
  imports: [Button, CheckSummary, Icon, NetworkCheck, SpeakerTest],
  templateUrl: './guided-check.html',
  styleUrl: './guided-check.css',
  host: { class: 'panel', role: 'region', 'aria-label': 'Device check' },
  providers: [provideNetworkProbe(), NetworkStore, CheckStore],
})
export class GuidedCheck {
  private readonly injector = inject(Injector);
  private readonly step = viewChild.required<ElementRef<HTMLElement>>('step');
  protected readonly devices = inject(DeviceStore);
  protected readonly network = inject(NetworkStore);
  protected readonly check = inject(CheckStore);

  /** The session whose other person is told whether one is ready. */
  readonly sessionId = input<string | null>(null);
  /** What the other is called. */
  readonly otherName = input('');
  readonly closed = output();

  protected readonly names = names;
  protected readonly words = resultWords;
  protected readonly current = this.check.current;
  /** Whether the device of this step is open, so that the person can judge it. */
  protected readonly isOpen = computed(() => {
    const part = this.current();
    return (part === 'camera' || part === 'microphone') && this.devices[part]().device !== null;
  });
  protected readonly ending = computed(() => {
    const failing = this.check.failing();
    return failing
      ? `Your ${failing} ${failing.includes(' and ') ? 'do' : 'does'} not work yet.`
      : '';
  });

  constructor() {
    // Whoever asked for it on a session's page comes from a button that is gone now.
    afterNextRender({
      read: () => {
        if (this.sessionId() !== null) this.keepFocus();
      },
    });
    effect(() => {
      const sessionId = this.sessionId();
      untracked(() => {
        this.check.tellOf(sessionId);
      });
    });
    effect(() => {
      const isNetwork = this.current() === 'network';
      untracked(() => {
        if (isNetwork && !this.network.isDone()) void this.network.run();
      });
    });
  }

  protected answer(part: Part, result: Result): void {
    if (result === 'SKIPPED' && (part === 'camera' || part === 'microphone')) this.goWithout(part);
    this.check.answer(part, result);
    afterNextRender({ read: this.keepFocus.bind(this) }, { injector: this.injector });
  }

  protected startOver(): void {
    this.check.startOver();
    afterNextRender({ read: this.keepFocus.bind(this) }, { injector: this.injector });
  }

  /** The button that was pressed may have gone with its step; the keyboard goes on at the next. */
  private keepFocus(): void {
    const { nativeElement: step } = this.step();
    if (step.ownerDocument.activeElement === step.ownerDocument.body) step.focus();
  }

  private goWithout(part: 'camera' | 'microphone'): void {
    this.devices.goWithout([part]);
    if (this.devices[part]().isOn) void this.devices.toggle(part);
  }

  protected takeNetwork(): void {
    this.answer('network', this.network.isUsable() ? 'OK' : 'PROBLEM');
  }

  protected async turnOn(part: Part): Promise<void> {
    if (part === 'camera' || part === 'microphone') await this.devices.toggle(part);
  }
}
