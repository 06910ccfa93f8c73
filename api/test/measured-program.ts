import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What a process holds on to when all that is garbage has gone. */
export interface Held {
  readonly heap: number;
  readonly handles: number;
}

/** The api as a process of its own whose memory and handles can be measured. */
export class MeasuredProgram implements AsyncDisposable {
  private constructor(
    private readonly child: ReturnType<typeof spawn>,
    private readonly ended: Promise<unknown>,
  ) {}

  static async start(settings: Readonly<Record<string, string>>): Promise<MeasuredProgram> {
    const program = fileURLToPath(new URL('measured-main.js', import.meta.url));
    const child = spawn(process.execPath, ['--expose-gc', program], {
      env: { ...settings, LOG_LEVEL: 'info' },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const started = new MeasuredProgram(child, once(child, 'exit'));
    await started.says('PeerLearn is up');
    return started;
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async held(): Promise<Held> {
    const answer = once(this.child, 'message');
    this.child.send('held');
    return ((await answer) as [Held])[0];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private async says(words: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.child.stdout?.on('data', (data: Buffer) => {
      if (data.includes(words)) resolve();
    });
    void this.ended.then(() => {
      reject(new Error('the program ended before it was up'));
    });
    await promise;
  }
}
