import { type Database, isDuplicate } from '../../platform/database/database.ts';
import { BoardUpdate } from './board-update.ts';
import {
  addStatement,
  behindStatement,
  mergeStatement,
  reachedStatement,
  wholeStatement,
} from './board-sql.ts';

export interface NewUpdate {
  readonly id: string;
  readonly personId: string;
  readonly drawnAt: number;
  readonly content: Uint8Array;
  readonly fileIds: readonly string[];
}

/** Where an update was put, or why it was not. */
export type Added =
  | { readonly update: BoardUpdate; readonly snapshotSeq: number }
  | { readonly rejected: 'ID_TAKEN' | 'CLOSED' | 'FULL' };

/** All of a board at one instant: what is to be merged, in order. */
export interface WholeBoard {
  readonly lastSeq: number;
  readonly snapshotSeq: number;
  readonly bytes: number;
  readonly updates: readonly BoardUpdate[];
}

interface AddRow {
  readonly isOpen: boolean;
  readonly seq: number | null;
  readonly snapshotSeq: number | null;
}

interface UpdateRow {
  readonly seq: number;
  readonly id: string | null;
  readonly personId: string | null;
  readonly drawnAt: number;
  readonly content: Buffer;
}

interface ReachedRow {
  readonly sessionId: string;
  readonly lastSeq: number;
}

interface WholeRow extends UpdateRow {
  readonly lastSeq: number;
  readonly snapshotSeq: number;
  readonly bytes: number;
}

/** Keeps what is drawn, each session's updates counted without gaps under the lock of its board's row. */
export class BoardStore {
  constructor(private readonly database: Database) {}

  /** Puts an update at the end, where the board stays within `room` bytes with it. */
  async add(sessionId: string, update: NewUpdate, room: number): Promise<Added> {
    const { id, personId, drawnAt, content, fileIds } = update;
    const at = new Date(drawnAt).toISOString();
    const values = [sessionId, id, personId, at, content, content.length, room, fileIds];
    try {
      const [row] = await this.database.run<AddRow>(addStatement, values);
      if (!row?.isOpen) return await this.kept(sessionId, update, 'CLOSED');
      const { seq, snapshotSeq } = row;
      if (seq === null || snapshotSeq === null) return await this.kept(sessionId, update, 'FULL');
      return { update: new BoardUpdate({ seq, id, personId, drawnAt, content }), snapshotSeq };
    } catch (error) {
      if (isDuplicate(error)) return await this.kept(sessionId, update, 'CLOSED');
      throw error;
    }
  }

  /** At most `first` behind a place, in order; the snapshot in place of what it holds. */
  async behind(sessionId: string, seq: number, first: number): Promise<readonly BoardUpdate[]> {
    const rows = await this.database.run<UpdateRow>(behindStatement, [sessionId, seq, first]);
    return rows.map((row) => new BoardUpdate(row));
  }

  /** The last place of each of these boards, where something was drawn on it. */
  async reached(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.run<ReachedRow>(reachedStatement, [[...sessionIds]]);
    return new Map(rows.map(({ sessionId, lastSeq }) => [sessionId, lastSeq]));
  }

  async whole(sessionId: string): Promise<WholeBoard> {
    const rows = await this.database.run<WholeRow>(wholeStatement, [sessionId]);
    const { lastSeq = 0, snapshotSeq = 0, bytes = 0 } = rows[0] ?? {};
    return { lastSeq, snapshotSeq, bytes, updates: rows.map((row) => new BoardUpdate(row)) };
  }

  /**
   * Puts `snapshot` in the place of everything up to `upTo`. Where somebody else has done so since
   * the board was read, nothing changes.
   */
  async merge(
    sessionId: string,
    read: Pick<WholeBoard, 'snapshotSeq'>,
    merged: { readonly upTo: number; readonly snapshot: Uint8Array; readonly at: number },
  ): Promise<boolean> {
    const { upTo, snapshot, at } = merged;
    const when = new Date(at).toISOString();
    const values = [sessionId, read.snapshotSeq, upTo, snapshot, when, snapshot.length];
    return (await this.database.run(mergeStatement, values)).length > 0;
  }

  /** The same update, kept before; else why it was not put. */
  private async kept(
    sessionId: string,
    { id, personId }: NewUpdate,
    otherwise: 'CLOSED' | 'FULL',
  ): Promise<Added> {
    const { updates, snapshotSeq } = await this.whole(sessionId);
    const known = updates.find((update) => update.id === id);
    if (!known) return { rejected: otherwise };
    return known.personId === personId ? { update: known, snapshotSeq } : { rejected: 'ID_TAKEN' };
  }
}
