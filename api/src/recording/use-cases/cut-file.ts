import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FilePathSource } from 'mediabunny';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import { keptMs } from '../domain/hear-recorder.ts';
import { keyOf, type PartRecord } from '../recording-record.ts';
import { PieceLost } from './piece-source.ts';
import { inFolder, lengthOfFile, rewriteFile, type Rewritten } from './rewrite-file.ts';

/** Takes out of the file that a recorder made what is later than the instant at which it was to stop. */
export async function cutFile(storage: BlobStorage, part: PartRecord): Promise<Rewritten> {
  const key = keyOf(part.id, 'EGRESS');
  return await inFolder(async (folder) => {
    const whole = join(folder, 'whole');
    const content = await storage.read(key);
    if (!content) throw new PieceLost();
    await pipeline(content, createWriteStream(whole));
    const cutMs = keptMs(part, await lengthOfFile(whole));
    return await rewriteFile(storage, new FilePathSource(whole), {
      key,
      mediaType: 'video/mp4',
      cutMs,
    });
  });
}
