/** A value of a flat buffer: what is written as it is, and what is pointed at. */
export type FlatValue =
  | { readonly kind: 'byte' | 'int'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'floats'; readonly floats: readonly number[] }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly fields: Readonly<Record<number, FlatValue>> }
  | { readonly kind: 'list'; readonly items: readonly FlatValue[] }
  /** What lies in the buffer that comes behind the one that is written. */
  | { readonly kind: 'behind'; readonly at: number };

/** Writes a flat buffer: FlatBuffers' format, as little of it as is needed to describe a model. */
export class FlatBufferWriter {
  private bytes = new Uint8Array(4096);
  private view = new DataView(this.bytes.buffer);
  private end = 0;
  private readonly behind: { readonly place: number; readonly at: number }[] = [];

  /** The whole buffer. Its length is a multiple of 16, so that another one may follow. */
  write(identifier: string, root: FlatValue): Uint8Array {
    const place = this.take(4);
    this.put(new TextEncoder().encode(identifier));
    this.point(place, root);
    this.align(16);
    for (const { place: from, at } of this.behind) this.setInt(from, this.end + at - from);
    return this.bytes.slice(0, this.end);
  }

  /** Writes what is pointed at, and where it is. */
  private point(place: number, value: FlatValue): void {
    if (value.kind === 'behind') this.behind.push({ place, at: value.at });
    else this.setInt(place, this.add(value) - place);
  }

  private add(value: FlatValue): number {
    switch (value.kind) {
      case 'text':
        return this.addBytes(new TextEncoder().encode(`${value.text}\0`), value.text.length, 4);
      case 'bytes':
        return this.addBytes(value.bytes, value.bytes.length, 16);
      case 'floats': {
        const floats = new Uint8Array(Float32Array.from(value.floats).buffer);
        return this.addBytes(floats, value.floats.length, 4);
      }
      case 'list':
        return this.addList(value.items);
      case 'table':
        return this.addTable(value.fields);
      default:
        throw new Error('This is written in its place, and not pointed at.');
    }
  }

  private addBytes(bytes: Uint8Array, length: number, alignment: number): number {
    this.align(4);
    while ((this.end + 4) % alignment !== 0) this.take(4);
    const start = this.take(4);
    this.setInt(start, length);
    this.put(bytes);
    return start;
  }

  private addList(items: readonly FlatValue[]): number {
    this.align(4);
    const start = this.take(4 + 4 * items.length);
    this.setInt(start, items.length);
    for (const [index, item] of items.entries()) this.point(start + 4 + 4 * index, item);
    return start;
  }

  /** Each field has four bytes, also where one would do. Before the table stands where they are. */
  private addTable(fields: Readonly<Record<number, FlatValue>>): number {
    const slots = Object.entries(fields).map(([slot, value]) => ({ slot: Number(slot), value }));
    const most = Math.max(-1, ...slots.map(({ slot }) => slot));
    this.align(4);
    const directory = this.take(4 + 2 * (most + 1));
    this.align(4);
    const start = this.take(4 + 4 * slots.length);
    this.setShort(directory, 4 + 2 * (most + 1));
    this.setShort(directory + 2, 4 + 4 * slots.length);
    this.setInt(start, start - directory);
    for (const [index, { slot, value }] of slots.entries()) {
      const place = start + 4 + 4 * index;
      this.setShort(directory + 4 + 2 * slot, place - start);
      if (value.kind === 'byte' || value.kind === 'int') this.setInt(place, value.value);
      else this.point(place, value);
    }
    return start;
  }

  private put(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.take(bytes.length));
  }

  private align(to: number): void {
    this.take((to - (this.end % to)) % to);
  }

  private take(length: number): number {
    const start = this.end;
    this.end += length;
    if (this.end > this.bytes.length) {
      const larger = new Uint8Array(2 * this.end);
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    return start;
  }

  private setInt(place: number, value: number): void {
    this.view.setUint32(place, value, true);
  }

  private setShort(place: number, value: number): void {
    this.view.setUint16(place, value, true);
  }
}
