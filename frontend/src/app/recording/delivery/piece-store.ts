import { Service } from '@angular/core';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A part of a recording that is made, or was made, in this browser. */
export interface KeptPart {
  readonly id: string;
  readonly sessionId: string;
  /** Whose it is: nobody else sends it. */
  readonly ownerId: string;
  readonly begunAt: number;
  /** How many pieces were made. */
  readonly made: number;
  /** No more pieces will be made. */
  readonly isClosed: boolean;
}

/** A part of which nothing is made yet. */
export type NewPart = Omit<KeptPart, 'made' | 'isClosed'>;

/** Some seconds of a part, which the server does not have yet. */
export interface KeptPiece {
  readonly partId: string;
  readonly seq: number;
  readonly from: number;
  readonly until: number;
  readonly data: Blob;
}

interface Schema extends DBSchema {
  readonly parts: { readonly key: string; readonly value: KeptPart };
  readonly pieces: { readonly key: [string, number]; readonly value: KeptPiece };
}

/** What was recorded and is not sent yet, where neither a reload nor a cut network loses it. */
@Service()
export class PieceStore {
  private opening: Promise<IDBPDatabase<Schema>> | null = null;

  async begin(part: NewPart): Promise<void> {
    const database = await this.open();
    await database.put('parts', { ...part, made: 0, isClosed: false });
  }

  /** Puts a piece behind the others of its part; nothing is put behind one that is closed. */
  async add(piece: Omit<KeptPiece, 'seq'>): Promise<void> {
    const database = await this.open();
    const writing = database.transaction(['parts', 'pieces'], 'readwrite');
    const parts = writing.objectStore('parts');
    const part = await parts.get(piece.partId);
    if (part && !part.isClosed) {
      await writing.objectStore('pieces').put({ ...piece, seq: part.made });
      await parts.put({ ...part, made: part.made + 1 });
    }
    await writing.done;
  }

  /** No more will come of this part. */
  async close(partId: string): Promise<void> {
    const database = await this.open();
    const writing = database.transaction('parts', 'readwrite');
    const part = await writing.store.get(partId);
    if (part) await writing.store.put({ ...part, isClosed: true });
    await writing.done;
  }

  /** The earliest first. */
  async parts(): Promise<readonly KeptPart[]> {
    const parts = await (await this.open()).getAll('parts');
    return parts.sort((one, other) => one.begunAt - other.begunAt);
  }

  /** The first piece of a part that is still here. */
  async first(partId: string): Promise<KeptPiece | null> {
    const database = await this.open();
    return (await database.get('pieces', allOf(partId))) ?? null;
  }

  /** Forgets the pieces of a part before that one: the server has them. */
  async removeBefore(partId: string, seq: number): Promise<void> {
    const database = await this.open();
    const range = IDBKeyRange.bound([partId, 0], [partId, seq], false, true);
    await database.delete('pieces', range);
  }

  /** Takes back what was recorded from that piece on, and closes the part. */
  async cutOff(partId: string, seq: number): Promise<void> {
    const database = await this.open();
    const writing = database.transaction(['parts', 'pieces'], 'readwrite');
    const parts = writing.objectStore('parts');
    const part = await parts.get(partId);
    const range = IDBKeyRange.bound([partId, seq], [partId, Infinity]);
    await writing.objectStore('pieces').delete(range);
    if (part) await parts.put({ ...part, made: seq, isClosed: true });
    await writing.done;
  }

  /** Forgets all of a part. */
  async forget(partId: string): Promise<void> {
    const database = await this.open();
    const writing = database.transaction(['parts', 'pieces'], 'readwrite');
    await writing.objectStore('pieces').delete(allOf(partId));
    await writing.objectStore('parts').delete(partId);
    await writing.done;
  }

  private open(): Promise<IDBPDatabase<Schema>> {
    this.opening ??= openDB<Schema>('peerlearn-recordings', 1, {
      upgrade: (database) => {
        database.createObjectStore('parts', { keyPath: 'id' });
        database.createObjectStore('pieces', { keyPath: ['partId', 'seq'] });
      },
      terminated: () => {
        this.opening = null;
      },
    }).catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }
}

function allOf(partId: string): IDBKeyRange {
  return IDBKeyRange.bound([partId, 0], [partId, Infinity]);
}
