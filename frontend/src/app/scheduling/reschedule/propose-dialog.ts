import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { ViewerStore } from '../../account/viewer-store';
import { zoneText } from '../../platform/domain/time-zone-text';
import { ServerClock } from '../../platform/server-clock';
import { timesOf } from '../../session/session-clock';
import type { SessionCardFragment } from '../../session/session-operations';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/sheet/sheet';
import { addDays, localTimeOf } from '../domain/local-time';
import { type WantedStart, mostTimes, proposalFaults } from '../domain/proposal-draft';
import { draftTime } from '../domain/session-draft';
import { PlanStore } from '../plan-store';

const minuteMs = 60_000;

/** Proposes other times for a session, of which the other person accepts one. */
@Component({
  selector: 'pl-propose-dialog',
  imports: [Button, Icon, Sheet],
  templateUrl: './propose-dialog.html',
  styleUrls: ['../dialog-form.css', './propose-dialog.css'],
})
export class ProposeDialog {
  private readonly plans = inject(PlanStore);
  private readonly clock = inject(ServerClock);
  private readonly viewers = inject(ViewerStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  private readonly sheet = viewChild.required(Sheet);

  readonly session = input.required<SessionCardFragment>();
  readonly closed = output();
  readonly proposed = output();

  protected readonly mostTimes = mostTimes;
  protected readonly note = signal('');
  protected readonly isBusy = signal(false);
  protected readonly isTried = signal(false);
  protected readonly problem = signal<string | null>(null);
  private readonly timeZone = computed(() => this.viewers.writing().timeZone);
  protected readonly zone = computed(() => zoneText(this.timeZone(), this.clock.time()));
  private readonly times = computed(() => timesOf(this.session().clock));
  protected readonly today = computed(() => localTimeOf(this.clock.now(), this.timeZone()).date);
  /** At first, the day after at the same time: the other person changes what does not suit. */
  protected readonly wanted = linkedSignal<string, readonly WantedStart[]>({
    source: () => this.session().id,
    computation: () => {
      const { date, time } = localTimeOf(this.times().startsAt, this.timeZone());
      return [{ date: addDays(date, 1), time }];
    },
  });
  protected readonly faults = computed(() =>
    proposalFaults(this.wanted(), this.timeZone(), {
      now: this.clock.time(),
      plannedAt: this.times().startsAt,
    }),
  );

  protected change(index: number, parts: Partial<WantedStart>): void {
    this.problem.set(null);
    this.wanted.update((all) =>
      all.map((one, place) => (place === index ? { ...one, ...parts } : one)),
    );
  }

  protected add(): void {
    const last = this.wanted().at(-1) ?? { date: this.today(), time: '' };
    this.wanted.update((all) => [...all, { ...last, date: addDays(last.date, 1) }]);
    this.focusNext(() => [...this.host.querySelectorAll<HTMLElement>('[type=date]')].at(-1));
  }

  protected remove(index: number): void {
    this.wanted.update((all) => all.toSpliced(index, 1));
    this.focusNext(() => this.host.querySelector<HTMLElement>('.add'));
  }

  protected async propose(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isTried.set(true);
    if (this.faults().some((fault) => fault !== null)) {
      this.focusNext(() => this.host.querySelector<HTMLElement>('[aria-invalid=true]'));
      return;
    }
    this.isBusy.set(true);
    this.problem.set(await this.plans.propose(this.session().id, this.spans(), this.note().trim()));
    this.isBusy.set(false);
    if (this.problem() !== null) return;
    this.proposed.emit();
    this.close();
  }

  protected close(): void {
    this.sheet().close();
  }

  private spans() {
    const { startsAt, endsAt } = this.times();
    const minutes = (endsAt - startsAt) / minuteMs;
    return this.wanted().flatMap((one) => draftTime({ ...one, minutes }, this.timeZone()) ?? []);
  }

  private focusNext(find: () => HTMLElement | null | undefined): void {
    const read = () => {
      find()?.focus();
    };
    afterNextRender({ read }, { injector: this.injector });
  }
}
