import { Component, computed, inject, viewChild } from '@angular/core';
import { zoneText } from '../../platform/domain/time-zone-text';
import { Locale } from '../../platform/locale';
import { ServerClock } from '../../platform/server-clock';
import { PreferencesStore } from '../../preferences/preferences-store';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { TimeZoneField } from '../../ui/time-zone-field/time-zone-field';
import { Saving } from '../saving';

/** In which time zone times are written, also in e-mails. */
@Component({
  selector: 'pl-time-zone-settings',
  imports: [Button, Icon, TimeZoneField],
  templateUrl: './time-zone-settings.html',
  styleUrl: './time-zone-settings.css',
})
export class TimeZoneSettings {
  private readonly saving = inject(Saving);
  private readonly store = inject(PreferencesStore);
  private readonly clock = inject(ServerClock);
  private readonly locale = inject(Locale);
  private readonly field = viewChild.required(TimeZoneField);

  protected readonly chosen = computed(() => this.store.preferences().timeZone);
  /** The zone of this device, where that is another one. */
  protected readonly suggestion = computed(() => {
    const { timeZone: id } = this.locale;
    return id === this.chosen() ? null : { id, name: zoneText(id, this.clock.time()) };
  });
  private readonly format = computed(() => {
    const timeZone = this.chosen() ?? this.locale.timeZone;
    return new Intl.DateTimeFormat(this.locale.language, {
      ...{ timeZone, weekday: 'long', hour: '2-digit', minute: '2-digit' },
    });
  });
  protected readonly now = computed(() => this.format().format(this.clock.time()));

  protected async use(timeZone: string): Promise<void> {
    await this.saving.save('time-zone', { timeZone });
    this.field().restore();
  }
}
