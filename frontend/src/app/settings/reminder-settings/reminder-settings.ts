import { Component, computed, inject } from '@angular/core';
import type { NoticeChannel, ReminderLead } from '../../graphql/schema-types';
import { PreferencesStore } from '../../preferences/preferences-store';
import { Saving } from '../saving';

const times: Readonly<Record<ReminderLead, string>> = {
  DAY: '24 hours before',
  HOUR: '1 hour before',
  QUARTER: '15 minutes before',
  START: '1 minute before',
};

const ways: readonly { readonly channel: NoticeChannel; readonly label: string }[] = [
  { channel: 'EMAIL', label: 'E-mail' },
  { channel: 'PUSH', label: 'Push' },
  { channel: 'IN_APP', label: 'In the app' },
];

/** Which reminders come, and on which ways. */
@Component({
  selector: 'pl-reminder-settings',
  templateUrl: './reminder-settings.html',
  styleUrl: './reminder-settings.css',
})
export class ReminderSettings {
  private readonly saving = inject(Saving);
  private readonly store = inject(PreferencesStore);

  protected readonly ways = ways;
  protected readonly rows = computed(() =>
    this.store.preferences().reminders.map(({ lead, channels }) => ({
      lead,
      time: times[lead],
      cells: ways.map((way) => ({ ...way, isOn: channels.includes(way.channel) })),
    })),
  );

  protected turn(lead: ReminderLead, channel: NoticeChannel, box: HTMLInputElement): void {
    const isWanted = box.checked;
    const reminder = this.store.preferences().reminders.find((one) => one.lead === lead);
    const others = (reminder?.channels ?? []).filter((one) => one !== channel);
    // The box shows what counts, so that a change that was taken back is seen.
    box.checked = !isWanted;
    const channels = isWanted ? [...others, channel] : others;
    void this.saving.save('reminders', { reminders: [{ lead, channels }] });
  }
}
