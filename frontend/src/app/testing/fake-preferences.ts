import { computed, signal } from '@angular/core';
import {
  type Preferences,
  type PreferencesPatch,
  type PreferencesStore,
  usualPreferences,
} from '../preferences/preferences-store';

/** How the person of a test wants PeerLearn to be, kept in memory. */
export class FakePreferences implements Pick<PreferencesStore, keyof PreferencesStore> {
  private readonly known = signal<Preferences>(usualPreferences);
  readonly preferences = this.known.asReadonly();
  readonly isLoaded = signal(true);
  readonly isSettled = computed(() => this.isLoaded() || this.fault() !== null);
  readonly fault = signal<ReturnType<PreferencesStore['fault']>>(null);

  change(patch: PreferencesPatch): Promise<void> {
    if (!this.fault()) this.known.update((known) => ({ ...known, ...patch }));
    return Promise.resolve();
  }
}
