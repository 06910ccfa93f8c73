/** The value below which a share of the samples lie, by the nearest-rank method. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('no samples were taken');
  return value;
}

/** One row of the table: what was measured, how much, beside what, and how much it should be. */
export interface Figure {
  readonly what: string;
  readonly ours: string;
  readonly beside: string;
  readonly ratio: string;
  readonly reach: string;
}

export function inMs(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

export function ratio(ours: number, other: number): string {
  return (ours / other).toFixed(2);
}

/** The figures as a table in Markdown. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, ours, beside, ratio: one, reach }) => [
    what,
    ours,
    beside,
    one,
    reach,
  ]);
  const head = ['what', 'PeerLearn', 'beside', 'ratio', 'to reach'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
