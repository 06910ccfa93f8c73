/** The value below which a share of the samples lie, by the nearest-rank method. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('no samples were taken');
  return value;
}

/** One row of the table: what was measured, how much, what a bare program needs, and how much it should be. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly bare: string;
  readonly ratio: string;
  readonly reach: string;
}

export function inMs(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

export function inKiB(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}

export function ratio(ours: number, other: number): string {
  return (ours / other).toFixed(2);
}

/** The figures as a table in Markdown. */
export function table(figures: readonly Figure[]): string {
  const head = ['what', 'measured', 'bare', 'ratio', 'reach'];
  const rows = figures.map((one) => [one.what, one.measured, one.bare, one.ratio, one.reach]);
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
