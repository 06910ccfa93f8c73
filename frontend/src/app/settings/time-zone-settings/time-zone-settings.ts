import { Component, computed, inject } from '@angular/core';
import { Locale } from '../../platform/locale';
import { ServerClock } from '../../platform/server-clock';
import { PreferencesStore } from '../../preferences/preferences-store';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { groupZones, nameOfZone } from '../domain/zones';
import { Saving } from '../saving';

/** In which time zone times are written, also in e-mails. */
@Component({
  selector: 'pl-time-zone-settings',
  imports: [Button, Icon],
  templateUrl: './time-zone-settings.html',
  styleUrl: './time-zone-settings.css',
})
export class TimeZoneSettings {
  private readonly saving = inject(Saving);
  private readonly store = inject(PreferencesStore);
  private readonly clock = inject(ServerClock);
  private readonly locale = inject(Locale);

  protected readonly chosen = computed(() => this.store.preferences().timeZone);
  /** What browsers list leaves out some that are in use. */
  protected readonly groups = computed(() => {
    const named = [this.chosen(), this.locale.timeZone, 'UTC'].filter((zone) => zone !== null);
    return groupZones([...Intl.supportedValuesOf('timeZone'), ...named]);
  });
  /** The zone of this device, where that is another one. */
  protected readonly suggestion = computed(() => {
    const { timeZone } = this.locale;
    return timeZone === this.chosen() ? null : { id: timeZone, name: nameOfZone(timeZone) };
  });
  private readonly format = computed(() => {
    const timeZone = this.chosen() ?? this.locale.timeZone;
    return new Intl.DateTimeFormat(this.locale.language, {
      ...{ timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit' },
      timeZoneName: 'short',
    });
  });
  protected readonly now = computed(() => this.format().format(this.clock.time()));

  protected async choose(list: HTMLSelectElement): Promise<void> {
    await this.use(list.value);
    // Where it was taken back, the list shows again what counts.
    list.value = this.chosen() ?? '';
  }

  protected use(timeZone: string): Promise<void> {
    return this.saving.save('time-zone', { timeZone });
  }
}
