import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Conversion,
  FilePathSource,
  FilePathTarget,
  Input,
  MP4,
  Mp4OutputFormat,
  Output,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { keyOf } from '../recording-record.ts';
import { pieceSource } from './piece-source.ts';

export interface JoinOrder {
  readonly partId: string;
  readonly mediaType: string;
  readonly sizes: readonly number[];
  /** Nothing that is later than this in the file is kept; `null`: all of it is. */
  readonly cutMs: number | null;
}

/** What the pieces have become. */
export interface Joined {
  readonly bytes: number;
  readonly lengthMs: number;
}

/** What came cannot be played. */
export class NotPlayable extends Error {
  override readonly name = 'NotPlayable';
}

/**
 * Makes one file of the pieces of a part, with its length and its places to jump to, and keeps it in the storage.
 * Pictures and sound are copied as they are. Pieces that are missing at the end are no fault.
 */
export async function joinPieces(storage: BlobStorage, order: JoinOrder): Promise<Joined> {
  // Where nothing was put aside yet, the folder that the settings name is not there.
  await mkdir(tmpdir(), { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  try {
    const path = join(folder, 'part');
    await rewrite(storage, order, path);
    const { bytes, lengthMs } = await measured(path, order.partId);
    await storage.write(keyOf(order.partId, 'BROWSER'), createReadStream(path));
    return { bytes, lengthMs };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function rewrite(storage: BlobStorage, order: JoinOrder, path: string): Promise<void> {
  const { partId, mediaType, sizes, cutMs } = order;
  using input = new Input({ formats: [MP4, WEBM], source: pieceSource(storage, partId, sizes) });
  if (cutMs !== null && cutMs <= 0) throw new NotPlayable();
  if (!(await input.canRead())) throw new NotPlayable();
  const isMp4 = mediaType.endsWith('/mp4');
  const format = isMp4 ? new Mp4OutputFormat({ fastStart: false }) : new WebMOutputFormat();
  const conversion = await Conversion.init({
    input,
    output: new Output({ format, target: new FilePathTarget(path) }),
    // What was said off the record is not to be kept, so rather a picture less than one more.
    copy: { mode: 'forced', shiftTolerance: Infinity, boundaryPolicy: 'shrink' },
    ...(cutMs === null ? {} : { trim: { end: cutMs / 1000 } }),
    showWarnings: false,
  });
  if (!conversion.isValid) throw new NotPlayable();
  await conversion.execute();
}

async function measured(path: string, partId: string): Promise<Joined> {
  using made = new Input({ formats: [MP4, WEBM], source: new FilePathSource(path) });
  const lengthMs = Math.round((await made.computeDuration()) * 1000);
  if (!(lengthMs > 0)) throw new NotPlayable(`nothing is in part ${partId}`);
  return { bytes: (await stat(path)).size, lengthMs };
}
