import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';
import { zoneText } from '../platform/domain/time-zone-text';
import { ServerClock } from '../platform/server-clock';
import { scheduleText } from '../session/session-words';
import { Avatar } from '../ui/avatar/avatar';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { BookingDialog } from './booking/booking-dialog';
import { BookingStore, type Slot } from './booking/booking-store';
import { SlotPicker } from './booking/slot-picker';
import { dateText } from './date-text';

/** For learners: a mentor's free times, one of which is booked. */
@Component({
  selector: 'pl-book-page',
  imports: [Avatar, BookingDialog, Button, Icon, RouterLink, SlotPicker, TopBar],
  templateUrl: './book-page.html',
  styleUrls: ['./form-page.css', './book-page.css'],
  providers: [BookingStore],
})
export class BookPage {
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly store = inject(BookingStore);

  readonly mentorId = input.required<string>();
  readonly course = input<string>();

  protected readonly picked = signal<Slot | null>(null);
  protected readonly booked = signal<{ readonly sessionId: string; readonly when: string } | null>(
    null,
  );
  /** Why the time that was picked is not to be had. */
  protected readonly refusal = signal('');
  protected readonly weekName = computed(() =>
    dateText(this.store.firstDate(), this.viewers.writing().language),
  );

  protected readonly zone = computed(() => zoneText(this.store.timeZone(), this.clock.time()));

  constructor() {
    effect(() => {
      const mentorId = this.mentorId();
      untracked(() => {
        void this.store.load(mentorId);
      });
    });
  }

  protected pick(slot: Slot): void {
    this.refusal.set('');
    this.picked.set(slot);
  }

  protected celebrate(sessionId: string, { startsAt, endsAt }: Slot): void {
    const { day, hours } = scheduleText(startsAt, endsAt, this.clock.now(), this.viewers.writing());
    this.booked.set({ sessionId, when: `${day}, ${hours}` });
    this.focusNext('.booked h2');
  }

  /** The times are read anew, so that what is shown can be booked. */
  protected async apologise(message: string): Promise<void> {
    this.refusal.set(message);
    await this.store.readSlots();
    this.focusNext('.refusal');
  }

  private focusNext(selector: string): void {
    const read = () => {
      this.host.querySelector<HTMLElement>(selector)?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
