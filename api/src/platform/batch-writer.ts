/**
 * Writes rows with as few statements as they allow: the first at once, and what comes while one is
 * written together with the next. So nothing waits for company, and many at a time cost little.
 */
export class BatchWriter<Row> {
  private waiting: Row[] = [];
  private next: Promise<void> | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly writeAll: (rows: readonly Row[]) => Promise<void>) {}

  /** Resolves when the row is written; rejects, with all that were written with it, when it is not. */
  write(row: Row): Promise<void> {
    this.waiting.push(row);
    if (!this.next) {
      this.next = this.writing.then(() => this.flush());
      this.writing = this.next.catch(() => undefined);
    }
    return this.next;
  }

  private flush(): Promise<void> {
    const rows = this.waiting;
    this.waiting = [];
    this.next = null;
    return this.writeAll(rows);
  }
}
