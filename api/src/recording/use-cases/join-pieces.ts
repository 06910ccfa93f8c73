import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { keyOf } from '../recording-record.ts';
import { pieceSource } from './piece-source.ts';
import { rewriteFile, type Rewritten } from './rewrite-file.ts';

export interface JoinOrder {
  readonly partId: string;
  readonly mediaType: string;
  readonly sizes: readonly number[];
  /** Nothing that is later than this in the file is kept; `null`: all of it is. */
  readonly cutMs: number | null;
}

/** Makes one file of the pieces of a part. Pieces that are missing at the end are no fault. */
export async function joinPieces(storage: BlobStorage, order: JoinOrder): Promise<Rewritten> {
  const { partId, mediaType, sizes, cutMs } = order;
  const key = keyOf(partId, 'BROWSER');
  return await rewriteFile(storage, pieceSource(storage, partId, sizes), { key, mediaType, cutMs });
}
