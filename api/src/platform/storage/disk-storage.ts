import { constants } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../ids.ts';
import { type BlobStorage, type ByteRange, isKey, StorageFailure } from './blob-storage.ts';

const fullCodes = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Where files are until they are whole; no key begins like this. */
const unfinished = '.unfinished';

/** Keeps each thing as a file below one folder. */
export class DiskStorage implements BlobStorage {
  constructor(private readonly folder: string) {}

  async write(key: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(key);
    const part = join(this.folder, unfinished, newId());
    try {
      await onDisk(mkdir(dirname(part), { recursive: true }));
      await writeAll(part, content);
      await onDisk(mkdir(dirname(path), { recursive: true }));
      await onDisk(rename(part, path));
    } catch (error) {
      // What went wrong first is what is told.
      await rm(part, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  async read(key: string, range?: ByteRange): Promise<Readable | null> {
    try {
      const file = await open(this.pathOf(key), 'r');
      return file.createReadStream(range ? { start: range.first, end: range.last } : {});
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw asFailure(error);
    }
  }

  async delete(key: string): Promise<void> {
    await onDisk(rm(this.pathOf(key), { force: true }));
  }

  async removeUnfinished(before: number): Promise<number> {
    const folder = join(this.folder, unfinished);
    const names = await onDisk(readdir(folder).catch(nothingThere));
    let removed = 0;
    for (const name of names) {
      const path = join(folder, name);
      // What has become whole meanwhile is gone from here.
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (mtimeMs >= before) continue;
      await onDisk(rm(path, { recursive: true, force: true }));
      removed += 1;
    }
    return removed;
  }

  async checkHealth(): Promise<void> {
    await onDisk(mkdir(this.folder, { recursive: true }));
    await onDisk(access(this.folder, constants.R_OK | constants.W_OK));
  }

  private pathOf(key: string): string {
    if (!isKey(key)) throw new Error('this cannot be a key of the storage');
    return join(this.folder, key);
  }
}

/** Writes and makes sure that it outlives a power cut. A fault of `content` is passed on as it is. */
async function writeAll(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await onDisk(open(path, 'wx'));
  try {
    for await (const bytes of content) await onDisk(file.writeFile(bytes));
    await onDisk(file.sync());
  } finally {
    await file.close();
  }
}

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asFailure(error);
  }
}

function nothingThere(error: unknown): readonly string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}

function asFailure(error: unknown): StorageFailure {
  return new StorageFailure(fullCodes.includes(codeOf(error)) ? 'FULL' : 'AWAY', error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
