import type { Database } from '../../platform/database/database.ts';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { keyOf, pieceKeyOf, type RecordingWay } from '../recording-record.ts';

interface Part {
  readonly id: string;
  readonly nextPiece: number;
}

const atOnce = 10;

/** Recordings whose time is over, and those of sessions that are not kept any more. */
export class ExpiredRecordings {
  constructor(
    private readonly database: Database,
    private readonly storage: Pick<BlobStorage, 'delete'>,
    private readonly keptMs: number,
  ) {}

  /**
   * Removes some of them, the bytes within the transaction: what cannot be deleted stays noted and is tried
   * again. Gives how many.
   */
  async remove(now: number): Promise<number> {
    return await this.database.transaction(async (em) => {
      const expired = await em.execute<{ id: string; via: RecordingWay }[]>(
        `select id, via from recording where session_id is null or begun_at < ?
           order by begun_at limit ? for update skip locked`,
        [new Date(now - this.keptMs).toISOString(), atOnce],
      );
      for (const { id, via } of expired) {
        const parts = await em.execute<Part[]>(
          'select id, next_piece as "nextPiece" from recording_part where recording_id = ?',
          [id],
        );
        for (const part of parts) await this.deleteBytes(part, via);
        await em.execute('delete from recording where id = ?', [id]);
      }
      return expired.length;
    });
  }

  private async deleteBytes({ id, nextPiece }: Part, via: RecordingWay): Promise<void> {
    await this.storage.delete(keyOf(id, via));
    // One more may lie there, of which the note was never written.
    for (let seq = 0; seq <= nextPiece; seq += 1) await this.storage.delete(pieceKeyOf(id, seq));
  }
}
