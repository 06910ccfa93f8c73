import fc from 'fast-check';
import { withoutNotes } from './jpeg-notes.ts';
import { pictureSize } from './picture-size.ts';

const u16 = (value: number) => [value >> 8, value & 255];
const letters = (text: string) => [...Buffer.from(text, 'latin1')];

function segment(marker: number, ...body: readonly number[]): number[] {
  return [0xff, marker, ...u16(body.length + 2), ...body];
}

/** Notes of a camera, in its order of bytes: where it was, and which side is up. */
function exif(orientation: number): number[] {
  const entry = [...u16(0x0112), ...u16(3), 0, 0, 0, 1, ...u16(orientation), 0, 0];
  const list = [...u16(42), 0, 0, 0, 8, ...u16(1), ...entry, 0, 0, 0, 0];
  return segment(0xe1, ...letters('Exif\0\0MM'), ...list, ...letters('GPS 52.52 13.40'));
}

const start = [0xff, 0xd8];
const frame = segment(0xc0, 8, ...u16(480), ...u16(640), 1, 0, 0, 0);
const tables = segment(0xdb, 1, 2, 3);
/** The picture itself holds what looks like notes. */
const picture = [...segment(0xda, 1, 2, 3), ...exif(6), 0xff, 0xd9];
const jfif = segment(0xe0, ...letters('JFIF\0'));
const colours = segment(0xe2, ...letters('ICC_PROFILE\0'));

async function* inPieces(bytes: readonly number[], lengths: readonly number[]) {
  let at = 0;
  for (const length of lengths) {
    yield Uint8Array.from(await Promise.resolve(bytes.slice(at, at + length)));
    at += length;
  }
  yield Uint8Array.from(bytes.slice(at));
}

async function passed(bytes: readonly number[], lengths: readonly number[] = []) {
  const pieces: Uint8Array[] = [];
  for await (const piece of withoutNotes(inPieces(bytes, lengths))) pieces.push(piece);
  return [...Buffer.concat(pieces)];
}

describe('withoutNotes', () => {
  const rows: readonly [string, number[], number[]][] = [
    ['the place where it was taken', exif(1), []],
    ['notes that cannot be read', segment(0xe1, ...letters('Exif\0\0MM\0*')), []],
    ['what programs wrote', segment(0xe1, ...letters('http://ns.adobe.com/xap/1.0/\0…')), []],
    ['captions and the names of places', segment(0xed, ...letters('Photoshop 3.0\0')), []],
    ['the list of further pictures', segment(0xe2, ...letters('MPF\0')), []],
    ['a comment', segment(0xfe, ...letters('Made by Ana')), []],
    ['nothing that the colours need', [...jfif, ...colours], [...jfif, ...colours]],
    ['nothing of tables', tables, tables],
  ];
  for (const [what, notes, left] of rows) {
    it(`API-5 takes out of a JPEG ${what}`, async () => {
      const given = [...start, ...notes, ...frame, ...picture];
      expect(await passed(given)).toEqual([...start, ...left, ...frame, ...picture]);
    });
  }

  for (const orientation of [2, 3, 5, 6, 8]) {
    it(`API-5 leaves a picture as it stands (${String(orientation)})`, async () => {
      const given = [...start, ...exif(orientation), ...frame, ...picture];
      const left = await passed(given);
      const sizeOf = (bytes: number[]) => pictureSize('image/jpeg', Uint8Array.from(bytes));
      expect(sizeOf(left)).toEqual(sizeOf(given));
      const head = Buffer.from(left.slice(0, left.length - picture.length)).toString('latin1');
      expect(head).toContain('Exif\0\0MM');
      expect(head).not.toContain('GPS');
    });
  }

  it('API-5 gives the same however a file arrives', async () => {
    const given = [...start, ...jfif, ...exif(6), ...tables, ...frame, ...picture];
    const whole = await passed(given);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 40 })), async (lengths) => {
        expect(await passed(given, lengths)).toEqual(whole);
      }),
    );
  });

  it('ROOM-7 passes whatever else there is as it is, also a JPEG that ends too early', async () => {
    const cut = [...start, ...frame, 0xff, 0xe1, 0xff];
    expect(await passed(cut)).toEqual(cut);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 255 })),
        fc.array(fc.nat(20)),
        async (bytes, lengths) => {
          if (bytes[0] === 0xff && bytes[1] === 0xd8) return;
          expect(await passed(bytes, lengths)).toEqual(bytes);
        },
      ),
    );
  });
});
