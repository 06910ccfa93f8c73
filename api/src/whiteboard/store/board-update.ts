interface Kept {
  readonly seq: number;
  readonly id: string | null;
  readonly personId: string | null;
  readonly drawnAt: number;
  readonly content: Uint8Array;
}

/** What was drawn at one go; or, without an identifier, the snapshot of everything up to its place. */
export class BoardUpdate {
  readonly seq: number;
  readonly id: string | null;
  readonly personId: string | null;
  readonly drawnAt: number;
  readonly content: Uint8Array;

  constructor(kept: Kept) {
    this.seq = kept.seq;
    this.id = kept.id;
    this.personId = kept.personId;
    this.drawnAt = kept.drawnAt;
    this.content = kept.content;
  }

  get isSnapshot(): boolean {
    return this.id === null;
  }
}
