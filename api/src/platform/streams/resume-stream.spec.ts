import { LocalWakeUps } from './local-wake-ups.ts';
import { resumeStream } from './resume-stream.ts';

interface Row {
  readonly seq: number;
}

const topic = 'session:s';

/** A table that can be written to, and a stream of it. */
class Table {
  readonly wakeUps = new LocalWakeUps();
  readonly leave = new AbortController();
  readonly rows: Row[] = [];
  reads = 0;
  /** Runs once, in the middle of the next read. */
  meanwhile: (() => void) | null = null;

  write(...seqs: number[]): void {
    this.rows.push(...seqs.map((seq) => ({ seq })));
    this.wakeUps.announce(topic);
  }

  /** Writes one row and says in the news what it is. */
  tell(seq: number, others: readonly object[] = []): void {
    const row = { seq };
    this.rows.push(row);
    this.wakeUps.announce(topic, { last: seq, appended: { first: seq, rows: [...others, row] } });
  }

  stream(after: number, options: { pageSize?: number } = {}) {
    return resumeStream({
      topic,
      after,
      wakeUps: this.wakeUps,
      signal: this.leave.signal,
      positionOf: (row: Row) => row.seq,
      isRow: (row): row is Row => 'seq' in row,
      readAfter: (position, limit) => this.read(position, limit),
      ...options,
    });
  }

  private read(position: number, limit: number): Promise<readonly Row[]> {
    this.reads += 1;
    const page = this.rows.filter((row) => row.seq > position).slice(0, limit);
    this.meanwhile?.();
    this.meanwhile = null;
    return Promise.resolve(page);
  }
}

async function take(stream: AsyncGenerator<Row, void>, count: number): Promise<number[]> {
  const seqs: number[] = [];
  while (seqs.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    seqs.push(value.seq);
  }
  return seqs;
}

describe('resumeStream', () => {
  it('API-3 begins behind the cursor, in pages, and goes on live', async () => {
    const table = new Table();
    table.write(1, 2, 3, 4, 5);
    const stream = table.stream(1, { pageSize: 2 });
    expect(await take(stream, 4)).toEqual([2, 3, 4, 5]);
    const live = take(stream, 2);
    table.write(6);
    table.write(7);
    expect(await live).toEqual([6, 7]);
    await stream.return();
  });

  it('API-3 misses nothing that is written while it reads', async () => {
    const table = new Table();
    table.write(1);
    table.meanwhile = () => {
      table.write(2);
    };
    expect(await take(table.stream(0), 2)).toEqual([1, 2]);
  });

  it('API-3 gives nothing twice that is read again', async () => {
    const table = new Table();
    table.rows.push({ seq: 1 }, { seq: 1 }, { seq: 2 });
    expect(await take(table.stream(0), 2)).toEqual([1, 2]);
  });

  it('API-3 reads no more where the news say what was written', async () => {
    const table = new Table();
    table.write(1);
    const stream = table.stream(0);
    await take(stream, 1);
    const before = table.reads;
    const live = take(stream, 3);
    table.tell(2, [{ other: 'kind' }]);
    table.tell(3);
    await new Promise(setImmediate);
    table.tell(4);
    expect(await live).toEqual([2, 3, 4]);
    expect(table.reads).toBe(before);
    await stream.return();
  });

  it('API-3 reads where news were lost, and where they come in another order', async () => {
    const table = new Table();
    const stream = table.stream(0);
    const live = take(stream, 5);
    await new Promise(setImmediate);
    table.rows.push({ seq: 1 });
    table.tell(2);
    await new Promise(setImmediate);
    table.rows.push({ seq: 3 });
    table.wakeUps.announce(topic, { last: 4, appended: { first: 4, rows: [{ seq: 4 }] } });
    table.rows.push({ seq: 4 });
    table.wakeUps.announce(topic, { last: 3, appended: { first: 3, rows: [{ seq: 3 }] } });
    await new Promise(setImmediate);
    table.tell(5);
    expect(await live).toEqual([1, 2, 3, 4, 5]);
    await stream.return();
  });

  it('API-3 reads nothing where a hint tells of nothing new', async () => {
    const table = new Table();
    table.write(1);
    const stream = table.stream(0);
    await take(stream, 1);
    const late = take(stream, 1);
    // Place 2 is of another table; the first hint makes sure of that, the second has nothing to add.
    for (const last of [2, 2, 1]) {
      table.wakeUps.announce(topic, { last });
      await new Promise(setImmediate);
    }
    const before = table.reads;
    table.wakeUps.announce(topic, { last: 2 });
    await new Promise(setImmediate);
    expect(table.reads).toBe(before);
    table.tell(3);
    expect(await late).toEqual([3]);
    expect(table.reads).toBe(before);
    await stream.return();
  });

  it('API-3 ends when the client leaves, and listens no longer', async () => {
    const table = new Table();
    const waiting = take(table.stream(0), 1);
    await new Promise(setImmediate);
    expect(table.wakeUps.listenedTopics).toEqual([topic]);
    table.leave.abort();
    expect(await waiting).toEqual([]);
    expect(table.wakeUps.listenedTopics).toEqual([]);
  });

  it('API-3 reads once for any number of hints that came together', async () => {
    const table = new Table();
    table.write(1);
    const stream = table.stream(0);
    await take(stream, 1);
    const before = table.reads;
    table.write(2);
    table.write(3);
    table.write(4);
    expect(await take(stream, 3)).toEqual([2, 3, 4]);
    expect(table.reads - before).toBeLessThanOrEqual(2);
    await stream.return();
  });
});
