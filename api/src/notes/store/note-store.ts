import { BatchLoader } from '../../platform/batch-loader.ts';
import type { Database } from '../../platform/database/database.ts';
import { NoteEntity } from './note-entity.ts';

/** A person's own notes on a session. */
export interface NoteRecord {
  readonly text: string;
  readonly revision: number;
  readonly savedAt: number;
}

/** Whose notes on what. */
export interface NotePlace {
  readonly sessionId: string;
  readonly personId: string;
}

// Of two that come at once one waits for the other's row, and then finds another revision.
const save = {
  name: 'save-note',
  sql: `insert into session_note (session_id, person_id, text, revision, saved_at)
      select $1::uuid, $2::uuid, $3, 1, $5::timestamptz where $4::int = 0
        or exists (select from session_note where session_id = $1::uuid and person_id = $2::uuid)
    on conflict (session_id, person_id) do update
      set text = excluded.text, revision = session_note.revision + 1, saved_at = excluded.saved_at
      where session_note.revision = $4::int
    returning revision`,
};

/** Keeps and reads what people wrote for themselves; what is asked for at the same moment is one query. */
export class NoteStore {
  private readonly loader: BatchLoader<string, NoteRecord>;

  constructor(private readonly database: Database) {
    this.loader = new BatchLoader((keys) => this.load(keys));
  }

  async of({ sessionId, personId }: NotePlace): Promise<NoteRecord | null> {
    return await this.loader.load(`${sessionId} ${personId}`);
  }

  /** Puts `text` in the place of revision `revision` (0: of nothing); `null` where that is not the newest. */
  async save(
    { sessionId, personId }: NotePlace,
    { text, revision, savedAt }: NoteRecord,
  ): Promise<NoteRecord | null> {
    const at = new Date(savedAt).toISOString();
    const values = [sessionId, personId, text, revision, at];
    const [row] = await this.database.run<{ revision: number }>(save, values);
    return row ? { text, revision: row.revision, savedAt } : null;
  }

  private async load(keys: readonly string[]): Promise<ReadonlyMap<string, NoteRecord>> {
    const asked = keys.map((key) => {
      const [sessionId = '', personId = ''] = key.split(' ');
      return { sessionId, personId };
    });
    const rows = await this.database
      .fork()
      .find(NoteEntity, { $or: asked }, { disableIdentityMap: true });
    return new Map(rows.map((row) => [`${row.sessionId} ${row.personId}`, row]));
  }
}
