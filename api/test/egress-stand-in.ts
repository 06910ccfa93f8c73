import { type ChildProcessByStdio, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Whether this machine can build it. */
export const hasGo = spawnSync('go', ['version']).status === 0;

/** How it takes the next requests. `silent`: it takes them and never answers. */
type Manner = 'works' | 'refuses' | 'silent' | 'full';

/** What LiveKit asked of it, in the words of LiveKit's protocol. */
export interface Heard {
  readonly event: 'start' | 'stop' | 'ready' | 'done';
  readonly egressId?: string;
  readonly request?: Readonly<Record<string, unknown>>;
  readonly problem?: string;
}

/** In the words of the protocol's `EgressInfo`. */
export type Told = Readonly<Record<string, unknown>>;

type Program = ChildProcessByStdio<Writable, Readable, null>;

/**
 * A stand-in for LiveKit Egress, which LiveKit itself takes for one: it is made of LiveKit's own protocol
 * (`egress-stand-in/main.go`) and finds LiveKit through Redis. It records nothing.
 */
export class EgressStandIn implements AsyncDisposable {
  /** Every request so far. */
  readonly requests: Heard[] = [];
  private readonly waiting: { wants: Heard['event']; give: (heard: Heard) => void }[] = [];

  private constructor(
    private readonly program: Program,
    private readonly folder: string,
  ) {
    createInterface(program.stdout).on('line', (line) => {
      this.take(JSON.parse(line) as Heard);
    });
  }

  /** Builds it, which takes a while where Go has not built it before, and connects it. */
  static async start(redis: string): Promise<EgressStandIn> {
    const folder = await mkdtemp(join(tmpdir(), 'peerlearn-egress-'));
    const path = join(folder, 'egress-stand-in');
    // Compiled tests lie one folder deeper than their sources.
    const source = fileURLToPath(new URL('../../../api/test/egress-stand-in', import.meta.url));
    await promisify(execFile)('go', ['build', '-o', path, '.'], { cwd: source });
    const program = spawn(path, [redis], { stdio: ['pipe', 'pipe', 'inherit'] });
    const standIn = new EgressStandIn(program, folder);
    await standIn.next('ready');
    return standIn;
  }

  /** The next thing of this kind that comes. */
  next(wants: Heard['event']): Promise<Heard> {
    const { promise, resolve } = Promise.withResolvers<Heard>();
    this.waiting.push({ wants, give: resolve });
    return promise;
  }

  async behave(manner: Manner): Promise<void> {
    await this.command({ manner });
  }

  /** Tells LiveKit what became of a work; LiveKit tells us in turn. */
  async tell(egressId: string, info: Told): Promise<void> {
    await this.command({ egressId, info });
  }

  private async command(command: object): Promise<void> {
    const done = this.next('done');
    this.program.stdin.write(`${JSON.stringify(command)}\n`);
    const { problem } = await done;
    if (problem !== undefined) throw new Error(problem);
  }

  private take(heard: Heard): void {
    if (heard.event === 'start' || heard.event === 'stop') this.requests.push(heard);
    const index = this.waiting.findIndex(({ wants }) => wants === heard.event);
    const [waiter] = index < 0 ? [] : this.waiting.splice(index, 1);
    waiter?.give(heard);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.program, 'exit');
    this.program.kill('SIGKILL');
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }
}
