import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Sound } from '../alerts/sound';
import { TopBar } from '../frame/top-bar';
import { PushSetting } from '../notifications/push-setting';
import { SocketHealth } from '../platform/socket-health';
import { PreferencesStore } from '../preferences/preferences-store';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { Switch } from '../ui/switch/switch';
import { ReminderSettings } from './reminder-settings/reminder-settings';
import { Saving } from './saving';
import { SettingsSection } from './section/settings-section';
import { SoundSettings } from './sound-settings/sound-settings';
import { SoundPreview } from './sound-preview';
import { TimeZoneSettings } from './time-zone-settings/time-zone-settings';

/** How the viewer wants PeerLearn to be, on all their devices. */
@Component({
  selector: 'pl-settings-page',
  imports: [
    ...[Button, Icon, PushSetting, ReminderSettings, RouterLink, SettingsSection, SoundSettings],
    ...[Switch, TimeZoneSettings, TopBar],
  ],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  providers: [Saving, Sound, SoundPreview],
})
export class SettingsPage {
  private readonly socket = inject(SocketHealth);
  protected readonly saving = inject(Saving);
  protected readonly store = inject(PreferencesStore);
  protected readonly preview = inject(SoundPreview);

  protected retry(): void {
    this.socket.retryNow();
  }
}
