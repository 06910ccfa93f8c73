import { keptFrom } from '../domain/kept-choices.ts';
import { faultOf, type PatchFault, type PreferencesPatch } from '../domain/preferences-patch.ts';
import type { PreferenceStore } from '../store/preference-store.ts';

export interface ChangePreferencesOptions {
  readonly store: PreferenceStore;
  readonly setTimeZone: (personId: string, timeZone: string) => Promise<void>;
  /** Tells everybody who shows them, after they were kept. */
  readonly announce: (personId: string) => void;
}

/** Keeps what a person chose anew; what the patch does not name stays. */
export class ChangePreferences {
  constructor(private readonly options: ChangePreferencesOptions) {}

  /** Gives what was wrong with the patch, or `null` where it was kept. */
  async run(personId: string, patch: PreferencesPatch): Promise<PatchFault | null> {
    const fault = faultOf(patch);
    if (fault) return fault;
    const { store, setTimeZone, announce } = this.options;
    const { timeZone, ...choices } = patch;
    if (timeZone !== undefined) await setTimeZone(personId, timeZone);
    await store.merge(personId, keptFrom(choices));
    announce(personId);
    return null;
  }
}
