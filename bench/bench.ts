/**
 * Measures what ARCHITECTURE promises, on this machine, and prints one table in Markdown.
 *
 *   npm run bench                     every row; takes about six minutes on two cores
 *   npm run bench -- chat picture     only these rows: chat, second, picture, weight, start, dashboard, reminders, room, speech, rooms
 *   npm run bench -- chat --times 200 so many repetitions instead of the row's own
 *
 * The API and the web app have to be built (`npm run build`). Everything runs on loopback, ends by
 * itself, and the exit code is not 0 where a row could not be measured.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Stack } from '../e2e/support/stack.ts';
import { chatLatency } from './chat-latency.ts';
import { dashboards } from './dashboard.ts';
import { type Figure, table } from './figures.ts';
import { firstPicture } from './first-picture.ts';
import { heardRooms } from './heard-rooms.ts';
import { pageWeight } from './page-weight.ts';
import { reminders } from './reminders.ts';
import { roomCost } from './room.ts';
import type { Setting } from './row.ts';
import { secondPerson } from './second-person.ts';
import { speech } from './speech.ts';
import { startTime } from './start-time.ts';

const rows = {
  picture: firstPicture,
  second: secondPerson,
  chat: chatLatency,
  weight: pageWeight,
  start: startTime,
  dashboard: dashboards,
  reminders,
  room: roomCost,
  speech,
  rooms: heardRooms,
} satisfies Record<string, (setting: Setting) => Promise<readonly Figure[]>>;

type RowName = keyof typeof rows;

/** No row may take longer, but for those that wait for mails and for words. */
const longestMs = 300_000;
const longestOf: Partial<Record<RowName, number>> = { reminders: 3_600_000, room: 900_000 };
const root = join(import.meta.dirname, '..');

const isRow = (name: string): name is RowName => name in rows;

function options(): { names: readonly RowName[]; times: number | null } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { times: { type: 'string' } },
  });
  const unknown = positionals.filter((name) => !isRow(name));
  if (unknown.length > 0) {
    throw new Error(
      `no such row: ${unknown.join(', ')}; there are ${Object.keys(rows).join(', ')}`,
    );
  }
  const known = positionals.filter(isRow);
  const names = known.length > 0 ? known : (Object.keys(rows) as RowName[]);
  const times = Number(values.times ?? 1);
  if (!(times >= 1 && times <= 5000)) throw new Error('--times is a number from 1 to 5000');
  return { names, times: values.times === undefined ? null : times };
}

function checkBuilt(): void {
  for (const file of ['dist/api/src/main.js', 'dist/web/browser/index.html']) {
    if (!existsSync(join(root, file))) throw new Error(`${file} is missing: run \`npm run build\``);
  }
}

async function inTime<T>(work: Promise<T>, mostMs: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`not measured within ${String(mostMs / 60_000)} minutes`));
  }, mostMs);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function main(): Promise<number> {
  const { names, times } = options();
  checkBuilt();
  const figures: Figure[] = [];
  let missing = 0;
  await using stack = await Stack.start();
  for (const name of names) {
    try {
      figures.push(...(await inTime(rows[name]({ stack, times }), longestOf[name] ?? longestMs)));
    } catch (error) {
      missing += 1;
      complain(name, error);
    }
  }
  process.stdout.write(`${table(figures)}\n`);
  return missing === 0 ? 0 : 1;
}

function complain(what: string, error: unknown): void {
  process.stderr.write(`${what}: ${error instanceof Error ? error.message : String(error)}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  complain('nothing measured', error);
  process.exitCode = 1;
}
