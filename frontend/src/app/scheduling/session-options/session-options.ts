import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewerStore } from '../../account/viewer-store';
import { Announcer } from '../../platform/announcer';
import { ServerClock } from '../../platform/server-clock';
import { timesOf } from '../../session/session-clock';
import type { SessionCardFragment } from '../../session/session-operations';
import { scheduleText } from '../../session/session-words';
import { Icon } from '../../ui/icon/icon';
import { Menu } from '../../ui/menu/menu';
import { MenuItem } from '../../ui/menu/menu-item';
import { CancelDialog } from '../cancel-dialog/cancel-dialog';
import { nextBooking } from '../next-booking';
import { waysOf } from '../ways-of';
import { ProposalDialog } from '../reschedule/proposal-dialog';
import { ProposeDialog } from '../reschedule/propose-dialog';

/** What is open. */
export type OptionsStage = 'menu' | 'cancel' | 'propose' | 'proposal';

/** The menu of a session, and the dialogs that it leads to. Lives from its opening to its closing. */
@Component({
  selector: 'pl-session-options',
  imports: [CancelDialog, Icon, Menu, MenuItem, ProposalDialog, ProposeDialog, RouterLink],
  templateUrl: './session-options.html',
  styles: ':host { display: contents; }',
  host: { '(document:pointerdown)': 'lookAway($event)' },
})
export class SessionOptions {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly announcer = inject(Announcer);

  readonly session = input.required<SessionCardFragment>();
  /** What opens first. */
  readonly begin = input<OptionsStage>('menu');
  readonly closed = output();

  protected readonly stage = linkedSignal(() => this.begin());
  protected readonly ways = computed(() => waysOf(this.session(), this.clock.time()));
  protected readonly when = computed(() => {
    const { startsAt, endsAt } = timesOf(this.session().clock);
    const text = scheduleText(startsAt, endsAt, this.clock.now(), this.viewers.writing());
    return `${text.day}, ${text.hours}`;
  });
  protected readonly next = computed(() => nextBooking(this.session()));

  constructor() {
    const main = this.host.ownerDocument.querySelector('main');
    inject(DestroyRef).onDestroy(() => {
      // The session may leave the list while its dialog is open; the focus must not get lost with it.
      if (this.host.contains(document.activeElement)) main?.focus({ preventScroll: true });
    });
  }

  protected dismiss(): void {
    this.trigger()?.focus();
    this.closed.emit();
  }

  protected ask(stage: OptionsStage): void {
    // The dialog gives the focus back to where it was when it opened.
    this.trigger()?.focus();
    this.stage.set(stage);
  }

  protected lookAway({ target }: Event): void {
    const isInside = target instanceof Node && this.host.parentElement?.contains(target);
    if (this.stage() === 'menu' && !isInside) this.closed.emit();
  }

  protected tell(message: string): void {
    this.announcer.say(message);
  }

  private trigger(): HTMLElement | null {
    return this.host.parentElement?.querySelector<HTMLElement>('[aria-haspopup]') ?? null;
  }
}
