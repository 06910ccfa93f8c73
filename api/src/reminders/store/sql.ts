/** An instant as the database takes it. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}

/** Identifiers or plain words as the database takes a list of them. */
export function listOf(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}

/** The instant of a column in whole milliseconds. */
export function msOf(column: string): string {
  return `floor(extract(epoch from ${column}) * 1000)::float8`;
}
