import { additionTo, type Hint, reachedBy } from './news.ts';

/** Rows of one log, in the table and in the news. */
export interface LogRows<Row extends object> {
  /** Reads at most `limit` rows behind a position, in order. */
  readonly readAfter: (after: number, limit: number) => Promise<readonly Row[]>;
  readonly positionOf: (row: Row) => number;
  /** Whether a row of the news is one of these. */
  readonly isRow: (row: object) => row is Row;
  readonly pageSize?: number;
}

export interface Behind<Row> {
  readonly rows: readonly Row[];
  /** Up to here everything has been seen. */
  readonly position: number;
  /** Whether this is all that there is. */
  readonly isWhole: boolean;
}

/** What is behind a position: from the news where they say everything, else from the table. */
export async function readBehind<Row extends object>(
  position: number,
  hint: Hint,
  { readAfter, positionOf, isRow, pageSize = 200 }: LogRows<Row>,
): Promise<Behind<Row>> {
  const added = additionTo(position, hint);
  if (added) {
    const rows = behind(position, added.rows.filter(isRow), positionOf);
    return { rows, position: added.place, isWhole: true };
  }
  const page = await readAfter(position, pageSize);
  const isWhole = page.length < pageSize;
  const rows = behind(position, page, positionOf);
  const last = rows.at(-1);
  // The hint came before the table was read, so what it tells of was there to be read.
  const told = isWhole ? reachedBy(hint) : 0;
  return { rows, position: Math.max(position, last ? positionOf(last) : 0, told), isWhole };
}

function behind<Row>(
  position: number,
  rows: readonly Row[],
  positionOf: (row: Row) => number,
): readonly Row[] {
  let last = position;
  return rows.filter((row) => {
    if (positionOf(row) <= last) return false;
    last = positionOf(row);
    return true;
  });
}
