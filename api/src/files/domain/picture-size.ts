/** How large a picture is shown, in its own pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Reads the size of a picture from its beginning; `null` where it does not say. */
export function pictureSize(mediaType: string, head: Uint8Array): PictureSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    const size = readers[mediaType]?.(view) ?? null;
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch (error) {
    // It ends before it says.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

type Reader = (view: DataView) => PictureSize | null;

const readers: Readonly<Record<string, Reader>> = {
  'image/png': (view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/webp': webpSize,
  'image/jpeg': jpegSize,
  'image/avif': avifSize,
};

function webpSize(view: DataView): PictureSize | null {
  switch (textAt(view, 12)) {
    case 'VP8 ':
      return {
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: threeBytes(view, 24) + 1, height: threeBytes(view, 27) + 1 };
    default:
      return null;
  }
}

/** Walks over the segments to the frame. A camera that was held upright says so in its notes. */
function jpegSize(view: DataView): PictureSize | null {
  let isTurned = false;
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xe1 && textAt(view, at + 4) === 'Exif') {
      isTurned = orientationOf(view, at + 10) >= 5;
    }
    if (!isFrame(marker)) continue;
    const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
    return isTurned ? { width: height, height: width } : { width, height };
  }
  return null;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/**
 * Which side is up by the notes of a camera, which begin at `start`: from 1, as it is, to 8; 5 and more are
 * turned by 90°. 0 where they do not say.
 */
export function orientationOf(view: DataView, start: number): number {
  const isLittle = textAt(view, start).startsWith('II');
  const list = start + view.getUint32(start + 4, isLittle);
  const count = view.getUint16(list, isLittle);
  for (let entry = list + 2; entry < list + 2 + 12 * count; entry += 12) {
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle);
  }
  return 0;
}

/** Of all sizes that are named the largest; the others are of its parts. */
function avifSize(view: DataView): PictureSize | null {
  let largest: PictureSize | null = null;
  for (let at = 4; at + 16 <= view.byteLength; at += 1) {
    if (view.getUint32(at) !== ispe) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    const area = largest === null ? 0 : largest.width * largest.height;
    if (size.width * size.height > area) largest = size;
  }
  return largest;
}

/** "ispe", the name of the box that says how large an image is. */
const ispe = 0x69737065;

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

function threeBytes(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
