import type { Clock } from '../../platform/clock.ts';
import { checkNote } from '../domain/note-text.ts';
import type { NotePlace, NoteRecord, NoteStore } from '../store/note-store.ts';

export interface NotesRequest extends NotePlace {
  readonly text: string;
  /** The revision that the text was written upon; 0 where there was none. */
  readonly revision: number;
}

export type NotesAnswer =
  | { readonly notes: NoteRecord }
  | { readonly rejected: 'TOO_LONG' }
  /** Something else was saved meanwhile; nothing was overwritten. */
  | { readonly changed: NoteRecord | null };

/** Keeps a person's notes if they build on what is kept; the same text again is kept already. */
export class SaveNotes {
  constructor(
    private readonly notes: NoteStore,
    private readonly clock: Clock,
  ) {}

  async run({ text: typed, revision, ...place }: NotesRequest): Promise<NotesAnswer> {
    const checked = checkNote(typed);
    if ('fault' in checked) return { rejected: checked.fault };
    const { text } = checked;
    const saved = await this.notes.save(place, { text, revision, savedAt: this.clock.now() });
    if (saved) return { notes: saved };
    const kept = await this.notes.of(place);
    return kept?.text === text ? { notes: kept } : { changed: kept };
  }
}
