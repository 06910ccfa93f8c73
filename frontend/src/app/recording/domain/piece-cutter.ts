/** What the recorder of the browser gives out at a time, and when that was. */
export interface Slice<T> {
  readonly data: T;
  readonly until: number;
}

/** Some slices on end, as they are kept and sent. */
export interface Cut<T> {
  readonly data: readonly T[];
  /** Nothing of it is older or newer than this. */
  readonly from: number;
  readonly until: number;
}

/** Slices of a second make pieces of four, so that off the record costs a second and not four. */
export const slicesInPiece = 4;

/** Makes pieces of slices. What it holds back has not become a piece yet. */
export class PieceCutter<T> {
  private held: Slice<T>[] = [];

  constructor(private from: number) {}

  /** A piece, where there is enough for one. */
  add(slice: Slice<T>): Cut<T> | null {
    this.held.push(slice);
    return this.held.length < slicesInPiece ? null : this.take();
  }

  /** What is left, of which nothing is newer than `until`; null: nothing is. */
  rest(until = Infinity): Cut<T> | null {
    this.held = this.held.filter((slice) => slice.until <= until);
    return this.take();
  }

  private take(): Cut<T> | null {
    const last = this.held.at(-1);
    if (!last) return null;
    const cut = { data: this.held.map(({ data }) => data), from: this.from, until: last.until };
    this.from = last.until;
    this.held = [];
    return cut;
  }
}
