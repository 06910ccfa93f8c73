import { orientationOf } from './picture-size.ts';

const scan = 0xda;
const cameraNotes = 0xe1;
const profile = 0xe2;
const comment = 0xfe;
/** JFIF, and how Adobe's programs write colours: a picture needs them to be shown as it is. */
const needed = [0xe0, 0xee];

/**
 * Takes out of a JPEG what its picture does not need: where and when it was taken, by whom and with what,
 * and what programs wrote about it. Only which side is up stays. Whatever is no JPEG passes as it is.
 */
export async function* withoutNotes(
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const notes = new JpegNotes();
  for await (const piece of content) yield* notes.pass(piece);
  yield notes.rest;
}

/** The beginning of a file, segment after segment, until the picture itself begins. */
class JpegNotes {
  private waiting: Buffer = Buffer.alloc(0);
  private hasBegun = false;
  private isOver = false;

  /** What has come and is not a whole segment. */
  get rest(): Uint8Array {
    return this.waiting;
  }

  *pass(piece: Uint8Array): Generator<Uint8Array> {
    // Whoever gives the bytes may use their place again.
    this.waiting = Buffer.concat([this.waiting, piece]);
    while (!this.isOver) {
      const length = this.nextLength();
      if (length === null || length > this.waiting.length) return;
      const segment = this.waiting.subarray(0, length);
      this.waiting = this.waiting.subarray(length);
      yield kept(segment);
    }
    yield this.waiting;
    this.waiting = Buffer.alloc(0);
  }

  /** How long the next segment is; `null` where that is not known yet. */
  private nextLength(): number | null {
    const { waiting } = this;
    if (waiting.length < 4) return null;
    if (!this.hasBegun) {
      this.hasBegun = waiting.readUInt16BE(0) === 0xffd8;
      this.isOver = !this.hasBegun;
      return this.hasBegun ? 2 : null;
    }
    this.isOver = waiting[0] !== 0xff || waiting[1] === scan;
    return this.isOver ? null : 2 + waiting.readUInt16BE(2);
  }
}

/** What stays of a segment; nothing, where it says what nobody needs. */
function kept(segment: Buffer): Uint8Array {
  const marker = segment[1] ?? 0;
  if (marker === cameraNotes) return uprightNote(segment);
  if (marker === profile && textAt(segment).startsWith('ICC_PROFILE')) return segment;
  const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === comment;
  return isNote && !needed.includes(marker) ? nothing : segment;
}

const nothing = new Uint8Array();

/** The notes of a camera, as far as they say which side is up. */
function uprightNote(segment: Buffer): Uint8Array {
  if (!textAt(segment).startsWith('Exif')) return nothing;
  const orientation = orientationIn(segment);
  if (orientation < 2 || orientation > 8) return nothing;
  const [list, entry] = ['002a000000080001', '0112000300000001'];
  const value = `000${String(orientation)}0000`;
  return Buffer.from(`ffe10022${hexOf('Exif\0\0MM')}${list}${entry}${value}00000000`, 'hex');
}

function orientationIn(segment: Buffer): number {
  try {
    return orientationOf(new DataView(Uint8Array.from(segment).buffer), 10);
  } catch (error) {
    // It ends before it says.
    if (error instanceof RangeError) return 0;
    throw error;
  }
}

function textAt(segment: Buffer): string {
  return segment.toString('latin1', 4, 16);
}

function hexOf(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}
