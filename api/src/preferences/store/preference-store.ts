import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { KeptChoices } from '../domain/kept-choices.ts';

/** What is kept of a person who chose something. */
export interface PreferenceRow {
  readonly personId: string;
  readonly revision: number;
  /** As it was written, by this version or by another one. */
  readonly choices: unknown;
}

const read = {
  name: 'preferences-of',
  sql: `select person_id as "personId", revision, choices
    from preference where person_id = any($1::uuid[])`,
};

// Only what was named is written over, in one statement, so that two patches never lose each other.
const merge = {
  name: 'merge-preferences',
  sql: `insert into preference (person_id, choices, revision, changed_at)
    values ($1, $2::jsonb, 1, $3)
    on conflict (person_id) do update set
      choices = preference.choices || excluded.choices,
      revision = preference.revision + 1,
      changed_at = excluded.changed_at`,
};

const changed = {
  name: 'changed-preferences',
  sql: `select person_id as "personId" from preference
    where person_id = any($1::uuid[]) and changed_at >= $2`,
};

/** What people chose, one row a person. */
export class PreferenceStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  ofMany(personIds: readonly string[]): Promise<readonly PreferenceRow[]> {
    return this.database.run<PreferenceRow>(read, [personIds]);
  }

  async merge(personId: string, choices: KeptChoices): Promise<void> {
    const at = new Date(this.clock.now()).toISOString();
    await this.database.run(merge, [personId, JSON.stringify(choices), at]);
  }

  /** Those of these persons who changed something since then. */
  async changedSince(personIds: readonly string[], since: number): Promise<readonly string[]> {
    const at = new Date(since).toISOString();
    const rows = await this.database.run<{ personId: string }>(changed, [personIds, at]);
    return rows.map(({ personId }) => personId);
  }
}
