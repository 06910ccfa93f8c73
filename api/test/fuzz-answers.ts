import type { Asker } from './fuzz-scene.ts';

/** What was sent, by whom, and what came back. */
export interface Exchange {
  readonly asker: Asker;
  readonly sent: string;
  readonly status: number;
  readonly body: string;
}

/** What no answer may hold: where we stand, how we work, what we know in secret. */
const inner: readonly RegExp[] = [
  /node_modules|node:internal|file:\/\/|\/dist\/api\/|\.[jt]s:\d+/,
  /\n\s+at |\bat [\w.<>]+ \(|stacktrace/i,
  /\bselect [\w",.* ]+ from |\binsert into |\bupdate "?\w+"? set |violates|syntax error at or near/i,
  /relation "|invalid byte sequence|invalid input syntax|out of range for type|\bE[A-Z]*CONN|postgres/,
  /not-a-secret-but-long-enough/,
];

/** What is wrong with an answer, or `null`. */
export function faultOf({ asker, sent, status, body }: Exchange): string | null {
  const fault = wrongIn(asker, status, body);
  if (fault === null) return null;
  return `${fault}: ${asker.name} sent ${sent.slice(0, 1500)} and got ${body.slice(0, 600)}`;
}

function wrongIn(asker: Asker, status: number, body: string): string | null {
  if (status >= 500) return `status ${String(status)}`;
  if (body.includes('INTERNAL_SERVER_ERROR')) return 'a fault of ours';
  const leak = inner.find((pattern) => pattern.test(body));
  if (leak) return `it tells of ${String(leak)}`;
  const told = asker.unseen.find((words) => body.includes(words));
  return told === undefined ? null : `it tells what was ${told}`;
}

/** The lines of the log in which something went wrong, with what is needed to find it. */
export function loggedFaults(log: readonly string[]): readonly string[] {
  const errorLevel = 50;
  return log.filter((line) => {
    const entry: unknown = JSON.parse(line);
    const level = typeof entry === 'object' && entry && 'level' in entry ? entry.level : 0;
    return typeof level === 'number' && level >= errorLevel;
  });
}
