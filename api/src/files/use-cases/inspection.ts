import { fileTypeFromBuffer } from 'file-type';
import { type FileKind, kindOf } from '../domain/file-kind.ts';
import { pictureSize, type PictureSize } from '../domain/picture-size.ts';
import { TextCheck } from '../domain/text-check.ts';

/** Somebody sends more than may be kept. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

export interface Inspected {
  readonly bytes: number;
  /** `null` where it is of no kind that is kept. */
  readonly kind: FileKind | null;
  readonly size: PictureSize | null;
}

/** So much of a file says what it is; the notes of a camera may come before the size of its picture. */
const headBytes = 256 * 1024;

/** Looks at a file while it passes through. */
export class Inspection {
  private readonly text = new TextCheck();
  private readonly head: Uint8Array[] = [];
  private bytes = 0;
  private bytesOfHead = 0;

  constructor(private readonly mostBytes: number) {}

  /** Passes the bytes on; throws `TooLarge` where there are too many. */
  async *of(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      this.bytes += piece.byteLength;
      if (this.bytes > this.mostBytes) throw new TooLarge();
      this.text.look(piece);
      this.remember(piece);
      yield piece;
    }
  }

  /** What all of it turned out to be. */
  async end(name: string): Promise<Inspected> {
    const head = Buffer.concat(this.head);
    const sniffed = await sniff(head);
    const kind = kindOf({ sniffed, isText: this.text.end(), name });
    const size = kind?.isPicture === true ? pictureSize(kind.mediaType, head) : null;
    return { bytes: this.bytes, kind, size };
  }

  private remember(piece: Uint8Array): void {
    const room = headBytes - this.bytesOfHead;
    if (room <= 0) return;
    // Whoever gives the bytes may use their place again.
    const part = Buffer.from(piece.subarray(0, room));
    this.head.push(part);
    this.bytesOfHead += part.byteLength;
  }
}

async function sniff(head: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(head))?.mime ?? null;
  } catch {
    // It begins like something, and is not.
    return null;
  }
}
