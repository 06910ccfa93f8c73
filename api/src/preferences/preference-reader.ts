import type { PersonReader } from '../accounts/person.ts';
import { BatchLoader } from '../platform/batch-loader.ts';
import { choicesFrom } from './domain/kept-choices.ts';
import type { Preferences } from './domain/preferences.ts';
import type { PreferenceStore } from './store/preference-store.ts';

/** How people want PeerLearn to be; whoever never chose has the usual. */
export class PreferenceReader {
  private readonly loader = new BatchLoader<string, Preferences>((ids) => this.ofMany(ids));

  constructor(
    private readonly store: PreferenceStore,
    private readonly people: PersonReader,
  ) {}

  /** Rejects where there is no such person. */
  async of(personId: string): Promise<Preferences> {
    const preferences = await this.loader.load(personId);
    if (!preferences) throw new Error(`there is no person ${personId}`);
    return preferences;
  }

  /** One question for any number of persons; whoever does not exist is left out. */
  async ofMany(personIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
    // A change writes the zone before the row, so what is read after the row is never older than it.
    const rows = new Map((await this.store.ofMany(personIds)).map((row) => [row.personId, row]));
    const people = await this.people.byIds(personIds);
    const preferences = [...people.values()].map(({ id, timeZone }) => {
      const row = rows.get(id);
      const choices = choicesFrom(row?.choices);
      return [id, { ...choices, revision: row?.revision ?? 0, timeZone }] as const;
    });
    return new Map(preferences);
  }
}
