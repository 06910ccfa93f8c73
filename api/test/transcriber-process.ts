import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

type Settings = Readonly<Record<string, string>>;

/** The transcriber as a process of its own, which can be killed in the middle of a sentence. */
export class TranscriberProcess implements AsyncDisposable {
  /** What it wrote to its log and complained of. */
  readonly log: string[] = [];
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  private constructor(settings: Settings) {
    const program = fileURLToPath(new URL('../src/transcriber-main.js', import.meta.url));
    this.child = spawn(process.execPath, [program], {
      env: { ...settings, LOG_LEVEL: 'debug' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.child, 'exit');
  }

  /** Resolves when it listens. */
  static async start(settings: Settings): Promise<TranscriberProcess> {
    const started = new TranscriberProcess(settings);
    const up = started.says('the transcriber is up');
    const isUp = await Promise.race([up.then(() => true), started.ended.then(() => false)]);
    if (!isUp) throw new Error(`the transcriber ended: ${started.log.join('\n')}`);
    return started;
  }

  /** Runs it to its end, for one that cannot start; gives its exit code. */
  static async fails(settings: Settings): Promise<{ code: number | null; log: string }> {
    const started = new TranscriberProcess(settings);
    void started.says('the transcriber is up');
    await started.ended;
    return { code: started.child.exitCode, log: started.log.join('\n') };
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Asks it to end, and resolves when it has. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
  }

  private async says(words: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.log.push(line);
        if (line.includes(words)) resolve();
      });
    }
    await promise;
  }
}
