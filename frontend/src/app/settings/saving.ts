import { Service, inject, signal } from '@angular/core';
import { type PreferencesPatch, PreferencesStore } from '../preferences/preferences-store';

/** The parts of the page, each of which says of itself whether it is saved. */
export type Section = 'sounds' | 'voice' | 'auto-join' | 'reminders' | 'time-zone';

interface Saved {
  readonly section: Section;
  readonly words: string;
  readonly isFault: boolean;
}

/** Saves each change at once, and says so where it was made. */
@Service({ autoProvided: false })
export class Saving {
  private readonly store = inject(PreferencesStore);
  private readonly last = signal<Saved | null>(null);
  private count = 0;

  readonly outcome = this.last.asReadonly();

  async save(section: Section, patch: PreferencesPatch): Promise<void> {
    const mine = ++this.count;
    // Said again, it has to be new to be heard.
    this.last.set(null);
    await this.store.change(patch);
    if (mine === this.count) this.last.set({ section, ...this.wordsNow() });
  }

  private wordsNow(): Pick<Saved, 'words' | 'isFault'> {
    const fault = this.store.fault();
    if (fault === null) return { words: 'Saved', isFault: false };
    const why = fault === 'unreachable' ? 'Unable to connect.' : 'That did not work.';
    return { words: `Not saved. ${why} Try again.`, isFault: true };
  }
}
