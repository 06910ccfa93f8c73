import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { waitUntil } from '../../launcher/waiting.mjs';

const root = join(import.meta.dirname, '../..');

export type Environment = Readonly<Record<string, string>>;

/** The built API as a process of its own, which can be killed and started again. */
export class ApiProcess {
  private child: ChildProcess | null = null;

  private readonly environment: Environment;
  private readonly logFile: string;

  constructor(environment: Environment, logFile: string) {
    this.environment = environment;
    this.logFile = logFile;
  }

  get url(): string {
    return this.environment['PUBLIC_URL'] ?? '';
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'dist/api/src/main.js')], {
      env: { ...clean(process.env), ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = createWriteStream(this.logFile, { flags: 'a' });
    child.stdout.pipe(log);
    child.stderr.pipe(log);
    this.child = child;
    await this.untilReady(child);
  }

  /** Ends the process at once, as a crash would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** The process is there and does nothing, until it is thawed. */
  freeze(): void {
    this.child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.child?.kill('SIGCONT');
  }

  /** Runs one of the built commands with the same settings and gives its standard output. */
  async command(name: string, args: readonly string[], input = ''): Promise<string> {
    const child = execFile(process.execPath, [join(root, `dist/api/src/${name}.js`), ...args], {
      env: { ...clean(process.env), ...this.environment },
    });
    child.stdin?.end(input);
    const [printed, complaints, [code]] = await Promise.all([
      child.stdout ? text(child.stdout) : '',
      child.stderr ? text(child.stderr) : '',
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    if (code !== 0) throw new Error(`${name} ended with ${String(code)}: ${complaints}`);
    return printed;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  }

  private async untilReady(child: ChildProcess): Promise<void> {
    const ended = once(child, 'exit').then(([code]: (number | null)[]) => {
      throw new Error(`the API ended with ${String(code)}; see ${this.logFile}`);
    });
    // It may end later too, when nobody waits for it to be ready.
    ended.catch(() => undefined);
    const what = `The API (its log is ${this.logFile})`;
    await waitUntil(() => isReady(this.url), { what, timeoutMs: 60_000, giveUp: ended });
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}

function clean(environment: NodeJS.ProcessEnv): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'USER'];
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
