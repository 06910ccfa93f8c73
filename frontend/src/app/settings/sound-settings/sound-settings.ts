import { Component, inject, linkedSignal } from '@angular/core';
import { type Preferences, PreferencesStore } from '../../preferences/preferences-store';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Switch } from '../../ui/switch/switch';
import { Saving } from '../saving';
import { type Sample, SoundPreview } from '../sound-preview';

interface Chime {
  readonly name: 'chimeFiveMinutes' | 'chimeOneMinute' | 'chimeTenSeconds';
  readonly sample: Sample;
  readonly label: string;
}

/** Which chimes sound, and how loud. */
@Component({
  selector: 'pl-sound-settings',
  imports: [Button, Icon, Switch],
  templateUrl: './sound-settings.html',
  styleUrl: './sound-settings.css',
})
export class SoundSettings {
  private readonly saving = inject(Saving);
  private readonly store = inject(PreferencesStore);
  private readonly preview = inject(SoundPreview);

  protected readonly preferences = this.store.preferences;
  protected readonly volume = linkedSignal(() => this.preferences().volume);
  protected readonly chimes: readonly Chime[] = [
    { name: 'chimeFiveMinutes', sample: 'five-minutes', label: 'Chime 5 minutes before' },
    { name: 'chimeOneMinute', sample: 'one-minute', label: 'Louder chime 1 minute before' },
    { name: 'chimeTenSeconds', sample: 'ten-seconds', label: 'Chime 10 seconds before' },
  ];

  protected turn(name: Chime['name'], isOn: boolean): void {
    const patch: Partial<Preferences> = { [name]: isOn };
    void this.saving.save('sounds', patch);
  }

  protected async setVolume(volume: number): Promise<void> {
    await this.saving.save('sounds', { volume });
    this.volume.set(this.preferences().volume);
  }

  protected play(sample: Sample): void {
    void this.preview.play(sample, this.volume());
  }
}
