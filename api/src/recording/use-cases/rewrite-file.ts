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
  type Source,
  WEBM,
  WebMOutputFormat,
} from 'mediabunny';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';

/** What is made of a source. */
export interface Rewriting {
  /** Under which key of the storage it lies in the end. */
  readonly key: string;
  readonly mediaType: string;
  /** Nothing that is later than this in the file is kept; `null`: all of it is. */
  readonly cutMs: number | null;
}

/** What has become of it. */
export interface Rewritten {
  readonly bytes: number;
  readonly lengthMs: number;
}

/** What came cannot be played. */
export class NotPlayable extends Error {
  override readonly name = 'NotPlayable';
}

/** Gives a folder that is there as long as the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  // Where nothing was put aside yet, the folder that the settings name is not there.
  await mkdir(tmpdir(), { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a file of a source, with its length and its places to jump to, and keeps it in the storage. Pictures and
 * sound are copied as they are.
 */
export async function rewriteFile(
  storage: BlobStorage,
  source: Source,
  rewriting: Rewriting,
): Promise<Rewritten> {
  return await inFolder(async (folder) => {
    const path = join(folder, 'part');
    await rewrite(source, rewriting, path);
    const lengthMs = await lengthOfFile(path);
    await storage.write(rewriting.key, createReadStream(path));
    return { bytes: (await stat(path)).size, lengthMs };
  });
}

/** How long a file plays. */
export async function lengthOfFile(path: string): Promise<number> {
  using file = new Input({ formats: [MP4, WEBM], source: new FilePathSource(path) });
  if (!(await file.canRead())) throw new NotPlayable();
  const lengthMs = Math.round((await file.computeDuration()) * 1000);
  if (!(lengthMs > 0)) throw new NotPlayable('nothing is in it');
  return lengthMs;
}

async function rewrite(
  source: Source,
  { mediaType, cutMs }: Rewriting,
  path: string,
): Promise<void> {
  using input = new Input({ formats: [MP4, WEBM], source });
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
