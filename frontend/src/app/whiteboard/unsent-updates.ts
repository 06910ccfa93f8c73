import type { BrowserStorage } from '../platform/storage';
import { newId } from '../platform/ids';
import { mergedUpdates } from './board-document';
import { fromBase64, toBase64 } from './bytes';

/** What goes out at one go. Under the same identifier it counts once, however often it is sent. */
export interface Parcel {
  readonly id: string;
  readonly update: Uint8Array;
}

interface KeptParcel {
  readonly id: string;
  readonly update: string;
}

/** What one page keeps: what it may have sent already, and what it has not. */
interface Kept {
  readonly parcels: readonly KeptParcel[];
  readonly waiting: string | null;
}

/** The server takes 64 KiB at one go. */
const mostBytes = 48 * 1024;

/**
 * What was drawn and has not reached the server. It is kept in this browser, each page's for itself,
 * so that a page that is opened later sends what an earlier one could not.
 */
export class UnsentUpdates {
  private readonly pageId = newId();
  private readonly key: string;
  private readonly parcels: Parcel[] = [];
  private waiting: Uint8Array[] = [];

  constructor(
    private readonly storage: Pick<BrowserStorage, 'read' | 'write'>,
    sessionId: string,
  ) {
    this.key = `own.board-unsent.${sessionId}`;
  }

  get isEmpty(): boolean {
    return this.parcels.length === 0 && this.waiting.length === 0;
  }

  add(update: Uint8Array): void {
    this.waiting.push(update);
  }

  /** Takes over what pages before this one left; gives it, so that it is shown. */
  adopt(): readonly Uint8Array[] {
    const found = Object.values(this.read());
    for (const { parcels, waiting } of found) {
      for (const { id, update } of parcels) this.parcels.push({ id, update: fromBase64(update) });
      if (waiting !== null) this.waiting.push(fromBase64(waiting));
    }
    this.storage.write(this.key, null);
    this.keep();
    return [...this.parcels.map(({ update }) => update), ...this.waiting];
  }

  /** What is to go out next; the same again until it is `done`. */
  next(): Parcel | null {
    const first = this.parcels[0];
    if (first) return first;
    return this.waiting.length === 0 ? null : this.pack();
  }

  done(id: string): void {
    const at = this.parcels.findIndex((parcel) => parcel.id === id);
    if (at !== -1) this.parcels.splice(at, 1);
  }

  clear(): void {
    this.parcels.length = 0;
    this.waiting = [];
    this.keep();
  }

  /** Writes down what is not sent yet. What is more than goes out at one go is in parts already. */
  keep(): void {
    while (sizeOf(this.waiting) > mostBytes) this.pack();
    const { [this.pageId]: _own, ...others } = this.read();
    const all = this.isEmpty ? others : { ...others, [this.pageId]: this.kept() };
    this.storage.write(this.key, Object.keys(all).length === 0 ? null : all);
  }

  /** Makes the next parcel of what waits. */
  private pack(): Parcel {
    let bytes = 0;
    const fits = this.waiting.findIndex((update) => (bytes += update.length) > mostBytes);
    const count = fits === -1 ? this.waiting.length : Math.max(1, fits);
    const parcel = { id: newId(), update: mergedUpdates(this.waiting.slice(0, count)) };
    this.waiting = this.waiting.slice(count);
    this.parcels.push(parcel);
    return parcel;
  }

  private kept(): Kept {
    return {
      parcels: this.parcels.map(({ id, update }) => ({ id, update: toBase64(update) })),
      waiting: this.waiting.length === 0 ? null : toBase64(mergedUpdates(this.waiting)),
    };
  }

  private read(): Readonly<Record<string, Kept>> {
    const found = this.storage.read(this.key);
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, Kept] => isKept(entry[1])),
    );
  }
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((bytes, update) => bytes + update.length, 0);
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { parcels, waiting } = value as Partial<Record<keyof Kept, unknown>>;
  return (
    (waiting === null || isBase64(waiting)) &&
    Array.isArray(parcels) &&
    parcels.every((one: Partial<KeptParcel>) => typeof one.id === 'string' && isBase64(one.update))
  );
}

function isBase64(value: unknown): boolean {
  return typeof value === 'string' && /^[\w+/]*={0,2}$/.test(value) && value.length % 4 === 0;
}
