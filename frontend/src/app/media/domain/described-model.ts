import { FlatBufferWriter, type FlatValue } from './flat-buffer';

/** Of the schema of TensorFlow Lite: where in a model's table each part stands. */
const model = { version: 0, description: 3, buffers: 4, oldMetadata: 5, metadata: 6, most: 7 };

const byte = (value: number): FlatValue => ({ kind: 'byte', value });
const list = (...items: readonly FlatValue[]): FlatValue => ({ kind: 'list', items });
const table = (fields: Readonly<Record<number, FlatValue>>): FlatValue => ({
  kind: 'table',
  fields,
});

/** The picture goes in as red, green and blue, each from 0 to 1 instead of 0 to 255. */
const picture = table({
  3: table({ 0: byte(2), 1: table({ 0: byte(1) }) }),
  4: list(
    table({
      0: byte(1),
      1: table({ 0: { kind: 'floats', floats: [0] }, 1: { kind: 'floats', floats: [255] } }),
    }),
  ),
});

/**
 * The same TensorFlow Lite model, with the words about its input that the segmenter wants and that this
 * model comes without. The model itself is not touched: a new head that points into it goes before it.
 */
export function describedModel(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = view.getUint32(0, true);
  const fields: Record<number, FlatValue> = {};
  for (let slot = 0; slot <= model.most; slot += 1) {
    const place = placeOf(view, root, slot);
    if (place === null) continue;
    if (slot === model.version) fields[slot] = { kind: 'int', value: view.getUint32(place, true) };
    else fields[slot] = { kind: 'behind', at: place + view.getUint32(place, true) };
  }
  const buffers = buffersOf(view, root);
  const about = new FlatBufferWriter().write(
    'M001',
    table({ 3: list(table({ 2: list(picture) })) }),
  );
  fields[model.buffers] = list(...buffers, table({ 0: { kind: 'bytes', bytes: about } }));
  fields[model.metadata] = list(
    table({
      0: { kind: 'text', text: 'TFLITE_METADATA' },
      1: { kind: 'int', value: buffers.length },
    }),
  );
  const head = new FlatBufferWriter().write('TFL3', table(fields));
  const described = new Uint8Array(head.length + bytes.length);
  described.set(head);
  described.set(bytes, head.length);
  return described;
}

/** Where in a table a field stands, or `null` when it is left out. */
function placeOf(view: DataView, start: number, slot: number): number | null {
  const directory = start - view.getInt32(start, true);
  const entry = 4 + 2 * slot;
  if (entry >= view.getUint16(directory, true)) return null;
  const offset = view.getUint16(directory + entry, true);
  return offset === 0 ? null : start + offset;
}

function buffersOf(view: DataView, root: number): readonly FlatValue[] {
  const place = placeOf(view, root, model.buffers);
  if (place === null) return [];
  const start = place + view.getUint32(place, true);
  return Array.from({ length: view.getUint32(start, true) }, (_none, index) => {
    const item = start + 4 + 4 * index;
    return { kind: 'behind', at: item + view.getUint32(item, true) };
  });
}
