import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../src/platform/clock.ts';
import type { JobsSettings } from '../src/platform/jobs/create-jobs.ts';

/** A process that was killed must be one: what it held is let go by nobody. */
export interface RingingProcess {
  readonly rangAt: number;
  kill(): Promise<void>;
}

/** Starts a process that sets a ring of `name`, takes it, and never comes to an end with it. */
export async function startRinging(settings: JobsSettings, name: string): Promise<RingingProcess> {
  const program = fileURLToPath(new URL('ring-forever.js', import.meta.url));
  const child = spawn(process.execPath, [program, JSON.stringify({ settings, name })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, 'exit');
  const isRinging = await Promise.race([
    once(lines, 'line').then(() => true),
    ended.then(() => false),
  ]);
  if (!isRinging) throw new Error('the process that rings ended before its ring');
  return {
    rangAt: systemClock.now(),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
