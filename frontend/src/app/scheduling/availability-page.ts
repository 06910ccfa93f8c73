import { Component, ElementRef, Injector, afterNextRender, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ServerClock } from '../platform/server-clock';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { TimeZoneField } from '../ui/time-zone-field/time-zone-field';
import { horizonHint, noticeHint } from './domain/booking-hints';
import { localTimeOf } from './domain/local-time';
import { AvailabilityStore } from './availability/availability-store';
import { ExceptionsEditor } from './availability/exceptions-editor';
import { WeeklyHoursEditor } from './availability/weekly-hours';

/** For mentors: when their time can be booked, and for what. */
@Component({
  selector: 'pl-availability-page',
  imports: [Button, ExceptionsEditor, Icon, RouterLink, TimeZoneField, TopBar, WeeklyHoursEditor],
  templateUrl: './availability-page.html',
  styleUrl: './form-page.css',
  providers: [AvailabilityStore],
})
export class AvailabilityPage {
  private readonly clock = inject(ServerClock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly store = inject(AvailabilityStore);

  protected readonly noticeHint = noticeHint;
  protected readonly horizonHint = horizonHint;
  protected readonly today = computed(() => {
    const draft = this.store.draft();
    return draft ? localTimeOf(this.clock.now(), draft.timeZone).date : '';
  });
  protected readonly faultCount = computed(() => Object.keys(this.store.faults()).length);

  constructor() {
    void this.store.load();
  }

  protected choose(courseId: string, isChosen: boolean): void {
    const others = (this.store.draft()?.courseIds ?? []).filter((id) => id !== courseId);
    this.store.change({ courseIds: isChosen ? [...others, courseId] : others });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (await this.store.save()) return;
    const read = () => {
      this.host.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
