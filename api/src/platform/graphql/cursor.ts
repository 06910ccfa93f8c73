import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from './errors.ts';

/** A position in a list or log. Its text means nothing to clients. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  description: 'A position in a list or in the log of a session. Opaque: pass it back as it came.',
  serialize: String,
  parseValue: checkCursor,
  parseLiteral: (node) => checkCursor(node.kind === Kind.STRING ? node.value : null),
});

/** The database counts places with 32 bits. */
const greatestSeq = 2 ** 31 - 1;

function checkCursor(value: unknown): string {
  if (typeof value === 'string' && /^[\w-]{1,200}$/.test(value)) return value;
  throw badInput('This is not a cursor of ours.');
}

/** Makes a cursor of the values by which a list is ordered. */
export function listCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads what `listCursor` made of as many values; refuses everything else as bad input. */
export function readListCursor(cursor: string, length: number): readonly (string | number)[] {
  const position = parse(cursor);
  const isPosition =
    Array.isArray(position) &&
    position.length === length &&
    position.every((value) => typeof value === 'string' || Number.isSafeInteger(value));
  if (!isPosition) throw badInput('This is not a cursor of ours.');
  return position as readonly (string | number)[];
}

/** The last millisecond of the year 9999: what any date, and the database's, can write. */
const greatestInstant = 253_402_300_799_999;

/** Whether a part of a list's cursor can be the instant of anything that is listed. */
export function isPlaceInTime(part: string | number | undefined): part is number {
  return typeof part === 'number' && part >= 0 && part <= greatestInstant;
}

/** The cursor of place `seq` in a session's log. */
export function logCursor(seq: number): string {
  return listCursor([seq]);
}

/** Reads what `logCursor` made; refuses everything else as bad input. */
export function readLogCursor(cursor: string): number {
  const [seq] = readListCursor(cursor, 1);
  if (typeof seq !== 'number' || seq < 0 || seq > greatestSeq)
    throw badInput('This is not a cursor of ours.');
  return seq;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
