import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { zoneText } from '../platform/domain/time-zone-text';
import { ServerClock } from '../platform/server-clock';
import { Button } from '../ui/button/button';
import { Combobox } from '../ui/combobox/combobox';
import { Icon } from '../ui/icon/icon';
import { localTimeOf } from './domain/local-time';
import { ScheduleStore } from './schedule/schedule-store';
import { TopicsEditor } from './topics-editor/topics-editor';

const lengths = [30, 45, 60, 90, 120] as const;

/** For mentors: plans a session with a learner. */
@Component({
  selector: 'pl-schedule-page',
  imports: [Button, Combobox, Icon, RouterLink, TopBar, TopicsEditor],
  templateUrl: './schedule-page.html',
  styleUrl: './form-page.css',
  providers: [ScheduleStore],
})
export class SchedulePage {
  private readonly router = inject(Router);
  private readonly clock = inject(ServerClock);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly store = inject(ScheduleStore);

  /** The learner and the course that the way here named. */
  readonly learner = input<string>();
  readonly course = input<string>();

  protected readonly lengths = lengths;
  protected readonly today = computed(
    () => localTimeOf(this.clock.now(), this.store.timeZone()).date,
  );

  protected readonly zone = computed(() => zoneText(this.store.timeZone(), this.clock.time()));

  constructor() {
    void this.store.load();
    effect(() => {
      const named = { learnerId: this.learner() ?? '', courseId: this.course() ?? '' };
      untracked(() => {
        this.store.prefill(named);
      });
    });
  }

  protected async plan(event: Event): Promise<void> {
    event.preventDefault();
    const sessionId = await this.store.plan();
    if (sessionId !== null) {
      await this.router.navigate(['/session', sessionId]);
      return;
    }
    const read = () => {
      this.host.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
