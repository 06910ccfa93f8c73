import type { Readable } from 'node:stream';

/** A part of what is kept: from the first byte to the last, both counted from 0 and both included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Keeps large things of bytes by a key, such as what people upload. */
export interface BlobStorage {
  /**
   * Keeps what `content` gives, all of it or nothing: where it throws half-way nothing stays behind.
   * What was under the key before is replaced.
   */
  write(key: string, content: AsyncIterable<Uint8Array>): Promise<void>;
  /** Gives `null` where there is nothing under the key. */
  read(key: string, range?: ByteRange): Promise<Readable | null>;
  /** Deleting what is not there is no fault. */
  delete(key: string): Promise<void>;
  /**
   * Removes what was begun before an instant and never finished, as a crash leaves it; says how much. What is
   * being written all the while is no such thing, as long as something of it has come since.
   */
  removeUnfinished(before: number): Promise<number>;
  /** Rejects where nothing can be kept. */
  checkHealth(): Promise<void>;
}

/** The storage cannot do its work now, through no fault of whoever asked. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';

  constructor(
    readonly reason: 'FULL' | 'AWAY',
    cause: unknown,
  ) {
    super(reason === 'FULL' ? 'the storage is full' : 'the storage cannot be reached', { cause });
  }
}

/**
 * Whether a text can be a key: words of letters, digits and dashes, with slashes between them. The last may
 * have an ending, because there are programs that give their files one.
 */
export function isKey(text: string): boolean {
  return /^[a-z0-9-]+(\/[a-z0-9-]+)*(\.(?!part$)[a-z0-9]+)?$/.test(text) && text.length <= 200;
}
