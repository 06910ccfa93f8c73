import fc from 'fast-check';
import { pictureSize } from './picture-size.ts';

const u16 = (value: number) => [value >> 8, value & 255];
const u32 = (value: number) => [...u16(value >>> 16), ...u16(value & 0xffff)];
const letters = (text: string) => [...Buffer.from(text, 'latin1')];

/** Notes of a camera with one entry: which side is up. */
function exif(orientation: number): number[] {
  const entry = [...u16(0x0112), ...u16(3), ...u32(1), ...u16(orientation), 0, 0];
  const body = [...letters('Exif\0\0MM'), ...u16(42), ...u32(8), ...u16(1), ...entry];
  return [0xff, 0xe1, ...u16(body.length + 2), ...body];
}

function jpeg(...segments: readonly number[][]): number[] {
  const frame = [0xff, 0xc2, ...u16(11), 8, ...u16(480), ...u16(640), 1, 0, 0, 0];
  return [0xff, 0xd8, ...segments.flat(), ...frame];
}

const riff = (kind: string, ...body: number[]) => [
  ...letters('RIFF\0\0\0\0WEBP'),
  ...letters(kind),
  ...[0, 0, 0, 0],
  ...body,
];

describe('pictureSize', () => {
  const size = { width: 640, height: 480 };
  const rows: readonly [string, string, number[], ReturnType<typeof pictureSize>][] = [
    [
      'PNG',
      'image/png',
      [...letters('\x89PNG\r\n\x1a\n'), ...u32(13), ...letters('IHDR'), ...u32(640), ...u32(480)],
      size,
    ],
    ['GIF', 'image/gif', [...letters('GIF89a'), 0x80, 0x02, 0xe0, 0x01], size],
    ['JPEG', 'image/jpeg', jpeg(), size],
    ['JPEG behind other segments', 'image/jpeg', jpeg([0xff, 0xe0, 0, 4, 1, 2]), size],
    ['JPEG of an upright camera', 'image/jpeg', jpeg(exif(6)), { width: 480, height: 640 }],
    ['JPEG upside down', 'image/jpeg', jpeg(exif(3)), size],
    [
      'lossy WebP',
      'image/webp',
      riff('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01),
      size,
    ],
    ['lossless WebP', 'image/webp', riff('VP8L', 0x2f, 0x7f, 0xc2, 0x77, 0x00), size],
    ['extended WebP', 'image/webp', riff('VP8X', 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0), size],
    [
      'AVIF',
      'image/avif',
      [...u32(20), ...letters('ispe'), ...u32(0), ...u32(640), ...u32(480)],
      size,
    ],
    ['a PNG that ends too early', 'image/png', letters('\x89PNG'), null],
    ['a PDF', 'application/pdf', letters('%PDF-1.7'), null],
  ];
  for (const [title, mediaType, bytes, expected] of rows) {
    it(`ROOM-7 reads the size of ${title}`, () => {
      expect(pictureSize(mediaType, Uint8Array.from(bytes))).toEqual(expected);
    });
  }

  it('ROOM-7 says something or nothing of any bytes, and never breaks', () => {
    const kinds = ['image/png', 'image/gif', 'image/jpeg', 'image/webp', 'image/avif'];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.uint8Array({ maxLength: 200 }), (kind, bytes) => {
        const found = pictureSize(kind, bytes);
        expect(found === null || found.width * found.height > 0).toBeTrue();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() =>
          pictureSize('image/jpeg', Uint8Array.from([0xff, 0xd8, ...bytes])),
        ).not.toThrow();
      }),
    );
  });
});
