import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logger.ts';
import { safeName } from '../domain/file-name.ts';
import { withoutNotes } from '../domain/jpeg-notes.ts';
import type { FileRecord } from '../file-record.ts';
import type { FileStore } from '../store/file-store.ts';
import { Inspection, type Inspected, TooLarge } from './inspection.ts';

export interface UploadRequest {
  readonly sessionId: string;
  readonly ownerId: string;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
}

export type UploadFault = 'EMPTY' | 'TOO_LARGE' | 'TYPE_NOT_ALLOWED' | 'TOO_MANY_PIXELS';
export type UploadAnswer = { readonly file: FileRecord } | { readonly rejected: UploadFault };

export interface UploadOptions {
  readonly store: FileStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mostBytes: number;
}

/** What nothing uses a day after it was uploaded goes. */
const unusedMs = 24 * 3600_000;
/** Showing a picture takes four bytes a pixel of whoever looks at it, however few bytes it has. */
const mostPixels = 64_000_000;

/** Keeps a file that is of a kind and size to be kept; of any other, and of half a file, nothing stays. */
export class UploadFile {
  constructor(private readonly options: UploadOptions) {}

  async run({ sessionId, ownerId, content, ...request }: UploadRequest): Promise<UploadAnswer> {
    const { store, clock, mostBytes } = this.options;
    const id = newId();
    const name = safeName(request.name);
    const uploadedAt = clock.now();
    await store.begin({
      ...{ id, sessionId, ownerId, name, uploadedAt },
      expiresAt: uploadedAt + unusedMs,
    });
    try {
      const inspection = new Inspection(mostBytes);
      await store.write(id, inspection.of(withoutNotes(content)));
      const answer = await this.decide(id, await inspection.end(name));
      if ('rejected' in answer) await this.discard(id);
      return answer;
    } catch (error) {
      await this.discard(id);
      if (error instanceof TooLarge) return { rejected: 'TOO_LARGE' };
      throw error;
    }
  }

  private async decide(id: string, { bytes, kind, size }: Inspected): Promise<UploadAnswer> {
    if (bytes === 0) return { rejected: 'EMPTY' };
    if (!kind) return { rejected: 'TYPE_NOT_ALLOWED' };
    if (size && size.width * size.height > mostPixels) return { rejected: 'TOO_MANY_PIXELS' };
    const { width, height } = size ?? { width: null, height: null };
    return { file: await this.options.store.finish(id, { ...kind, bytes, width, height }) };
  }

  /** What cannot be removed now is removed when its day is over. */
  private async discard(id: string): Promise<void> {
    try {
      await this.options.store.discard(id);
    } catch (error) {
      this.options.logger.warn({ err: error, fileId: id }, 'half a file was not removed yet');
    }
  }
}
