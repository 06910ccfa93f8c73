import { describedModel } from './described-model';
import { FlatBufferWriter, type FlatValue } from './flat-buffer';

const table = (fields: Readonly<Record<number, FlatValue>>): FlatValue => ({
  kind: 'table',
  fields,
});

/** A model with a version, two buffers and nothing said about it. */
function aModel(): Uint8Array {
  const weights = Uint8Array.of(7, 8, 9);
  const buffers: FlatValue = {
    kind: 'list',
    items: [table({}), table({ 0: { kind: 'bytes', bytes: weights } })],
  };
  return new FlatBufferWriter().write('TFL3', table({ 0: { kind: 'int', value: 3 }, 4: buffers }));
}

/** Reads a flat buffer, as the programs do that use it. */
class Reader {
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get root(): number {
    return this.view.getUint32(0, true);
  }

  int(at: number): number {
    return this.view.getUint32(at, true);
  }

  float(at: number): number {
    return this.view.getFloat32(at, true);
  }

  field(start: number, slot: number): number {
    const directory = start - this.view.getInt32(start, true);
    return start + this.view.getUint16(directory + 4 + 2 * slot, true);
  }

  follow(at: number): number {
    return at + this.int(at);
  }

  child(start: number, slot: number): number {
    return this.follow(this.field(start, slot));
  }

  item(list: number, index: number): number {
    return this.follow(list + 4 + 4 * index);
  }

  data(start: number): Uint8Array {
    return this.bytes.slice(start + 4, start + 4 + this.int(start));
  }
}

describe('describedModel', () => {
  const reader = new Reader(describedModel(aModel()));

  it('ROOM-3 keeps the model as it is', () => {
    expect(reader.int(reader.field(reader.root, 0))).toBe(3);
    const buffers = reader.child(reader.root, 4);
    expect(reader.int(buffers)).toBe(3);
    expect([...reader.data(reader.child(reader.item(buffers, 1), 0))]).toEqual([7, 8, 9]);
  });

  it('ROOM-3 says that pictures go in as numbers from 0 to 1', () => {
    const metadata = reader.item(reader.child(reader.root, 6), 0);
    expect(new TextDecoder().decode(reader.data(reader.child(metadata, 0)))).toBe(
      'TFLITE_METADATA',
    );
    const buffer = reader.item(reader.child(reader.root, 4), reader.int(reader.field(metadata, 1)));
    const about = new Reader(reader.data(reader.child(buffer, 0)));
    const input = about.item(about.child(about.item(about.child(about.root, 3), 0), 2), 0);
    const options = about.child(about.item(about.child(input, 4), 0), 1);
    expect(about.float(about.child(options, 0) + 4)).toBe(0);
    expect(about.float(about.child(options, 1) + 4)).toBe(255);
  });
});
