import type { Database } from '../../platform/database/database.ts';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { isId } from '../../platform/ids.ts';
import type { FileRecord } from '../file-record.ts';
import { FileEntity } from './file-entity.ts';

type NewFile = Pick<FileEntity, 'id' | 'ownerId' | 'name' | 'uploadedAt' | 'expiresAt'> & {
  readonly sessionId: string;
};
type WholeFile = Pick<FileEntity, 'mediaType' | 'bytes' | 'isPicture' | 'width' | 'height'>;

const atOnce = 100;

/** Knows the files and keeps their bytes in the storage. A row is there before its bytes and after them. */
export class FileStore {
  constructor(
    private readonly database: Database,
    private readonly storage: BlobStorage,
  ) {}

  /** Notes that a file is about to come, so that whatever comes of it is found again. */
  async begin(file: NewFile): Promise<void> {
    const em = this.database.fork();
    const arriving = { mediaType: '', bytes: 0, isPicture: false, width: null, height: null };
    em.create(FileEntity, { ...arriving, ...file, isWhole: false });
    await em.flush();
  }

  async write(id: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    await this.storage.write(keyOf(id), content);
  }

  async finish(id: string, whole: WholeFile): Promise<FileRecord> {
    const em = this.database.fork();
    const file = await em.findOneOrFail(FileEntity, { id });
    Object.assign(file, whole, { isWhole: true });
    await em.flush();
    return file;
  }

  /** Forgets a file that did not come as it should. */
  async discard(id: string): Promise<void> {
    await this.storage.delete(keyOf(id));
    await this.database.fork().nativeDelete(FileEntity, { id });
  }

  async byId(id: string): Promise<FileRecord | null> {
    return (await this.byIds([id])).get(id) ?? null;
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, FileRecord>> {
    const known = ids.filter(isId);
    if (known.length === 0) return new Map();
    const files = await this.database
      .fork()
      .find(FileEntity, { id: { $in: known }, isWhole: true }, { disableIdentityMap: true });
    return new Map(files.map((file) => [file.id, file]));
  }

  /** How much the files of a session take together. */
  async bytesOf(sessionId: string): Promise<number> {
    const [row] = await this.database
      .fork()
      .execute<{ bytes: number }[]>(
        `select coalesce(sum(bytes), 0)::float8 as bytes from stored_file where session_id = ?`,
        [sessionId],
      );
    return row?.bytes ?? 0;
  }

  read(id: string, range?: { readonly first: number; readonly last: number }) {
    return this.storage.read(keyOf(id), range);
  }

  /** Keeps files of a session that something uses now. */
  async keep(sessionId: string, ids: readonly string[]): Promise<void> {
    const inSession = { sessionId, id: { $in: ids.filter(isId) } };
    await this.database.fork().nativeUpdate(FileEntity, inSession, { expiresAt: null });
  }

  /** Lets go of files that nothing uses any more. */
  async release(ids: readonly string[], now: number): Promise<void> {
    const wanted = { id: { $in: [...ids] } };
    await this.database.fork().nativeUpdate(FileEntity, wanted, { expiresAt: now });
  }

  /**
   * Removes some of the files whose time is over, the bytes within the transaction: what cannot be
   * deleted stays noted and is tried again. Gives how many.
   */
  async removeExpired(now: number): Promise<number> {
    return await this.database.transaction(async (em) => {
      const rows = await em.execute<{ id: string }[]>(
        `delete from stored_file where id in (
           select id from stored_file where expires_at < ? or session_id is null
             order by expires_at limit ? for update skip locked)
           returning id`,
        [new Date(now).toISOString(), atOnce],
      );
      for (const { id } of rows) await this.storage.delete(keyOf(id));
      return rows.length;
    });
  }
}

function keyOf(id: string): string {
  return `files/${id}`;
}
