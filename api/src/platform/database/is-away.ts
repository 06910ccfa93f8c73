/**
 * Codes of Node (E…) and SQLSTATEs of PostgreSQL by which a connection, and not a statement, has
 * failed: 08 is "connection exception", 57P01 to 57P05 a server that ends or begins, 53300 one
 * without a free connection.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const codes =
  /^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[1-5]|53300)$/;
/** What the driver says of it without a code. */
const words =
  /^(?:Connection terminated|Query read timeout|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error)/;
const deepest = 5;

/** Whether something failed because the database could not be reached: later it may go well. */
export function isAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > deepest) return false;
  if ('code' in error && typeof error.code === 'string' && codes.test(error.code)) return true;
  if (words.test(error.message)) return true;
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [error.cause, ...parts].some((cause) => isAway(cause, depth + 1));
}
