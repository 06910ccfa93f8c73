import {
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { zoneChoices } from '../../platform/domain/time-zone-text';
import { Locale } from '../../platform/locale';
import { ServerClock } from '../../platform/server-clock';
import { Combobox } from '../combobox/combobox';

/** Chooses a time zone: type a city, a country's part of the world or an offset, such as "UTC+2". */
@Component({
  selector: 'pl-time-zone-field',
  imports: [Combobox],
  template: `
    <pl-combobox
      placeholder="Search for a city"
      noneText="No such time zone. Try a larger city near it."
      [label]="label()"
      [choices]="choices()"
      [chosenId]="zone() ?? ''"
      [isRequired]="true"
      [isInvalid]="isInvalid()"
      [describedBy]="describedBy()"
      (chosenIdChange)="take($event)"
    />
  `,
  styles: ':host { display: block; }',
})
export class TimeZoneField {
  private readonly clock = inject(ServerClock);
  private readonly locale = inject(Locale);
  private readonly injector = inject(Injector);
  private readonly box = viewChild.required(Combobox);

  readonly label = input('Time zone');
  readonly zone = input.required<string | null>();
  readonly isInvalid = input(false);
  readonly describedBy = input<string | null>(null);
  readonly chosen = output<string>();

  /** What browsers list leaves out some that are in use. */
  protected readonly choices = computed(() => {
    const named = [this.zone(), this.locale.timeZone, 'UTC'].filter((zone) => zone !== null);
    // Some hundred lines are not written anew with each second.
    const now = untracked(() => this.clock.now());
    return zoneChoices([...named, ...Intl.supportedValuesOf('timeZone')], now);
  });

  /** Shows what counts, after a choice that was not kept. */
  restore(): void {
    const write = () => {
      this.box().chosenId.set(this.zone() ?? '');
    };
    afterNextRender({ write }, { injector: this.injector });
  }

  protected take(zone: string): void {
    if (zone !== this.zone()) this.chosen.emit(zone);
  }
}
