import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { type Child, rejectWhenEnded, startProcess, waitUntil } from '../../launcher/processes.mjs';

/** Where coturn's program is, if it is installed. */
export function findTurnServer(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders.map((folder) => join(folder, 'turnserver')).find((path) => existsSync(path));
}

interface TurnOptions {
  readonly program: string;
  readonly port: number;
  readonly secret: string;
  /** For its log and what else it writes. */
  readonly folder: string;
}

/** A real coturn on loopback. */
export class TurnServer implements AsyncDisposable {
  private child: Child | null = null;
  private readonly options: TurnOptions;
  private readonly logFile: string;

  constructor(options: TurnOptions) {
    this.options = options;
    this.logFile = join(options.folder, `coturn-${String(options.port)}.log`);
  }

  async start(): Promise<void> {
    const { program, port } = this.options;
    const child = await startProcess({
      name: 'coturn',
      command: program,
      args: this.args(),
      logFile: this.logFile,
    });
    this.child = child;
    await waitUntil(() => answers(port), {
      what: `coturn (its log is ${this.logFile})`,
      timeoutMs: 20_000,
      giveUp: rejectWhenEnded(child),
    });
  }

  /** Whether this person has been given a relay here. */
  async hasServed(personId: string): Promise<boolean> {
    const log = await readFile(this.logFile, 'utf8');
    return log
      .split('\n')
      .some(
        (line) => line.includes(`:${personId}>`) && line.includes('ALLOCATE processed, success'),
      );
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    await this.child?.kill();
    this.child = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.child?.stop();
  }

  private args(): readonly string[] {
    const { port, secret, folder } = this.options;
    const given = {
      'listening-ip': '127.0.0.1',
      'listening-port': String(port),
      'relay-ip': '127.0.0.1',
      realm: 'peerlearn.example',
      'static-auth-secret': secret,
      userdb: join(folder, `coturn-${String(port)}.db`),
      pidfile: join(folder, `coturn-${String(port)}.pid`),
      'log-file': 'stdout',
    };
    const said = ['use-auth-secret', 'allow-loopback-peers', 'fingerprint', 'verbose'];
    const without = ['no-cli', 'no-tls', 'no-dtls', 'no-multicast-peers', 'simple-log'];
    return [
      '-n',
      ...Object.entries(given).map(([name, value]) => `--${name}=${value}`),
      ...[...said, ...without].map((name) => `--${name}`),
    ];
  }
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = createConnection(port, '127.0.0.1');
  socket.once('connect', () => {
    resolve(true);
  });
  socket.once('error', () => {
    resolve(false);
  });
  return promise.finally(() => socket.destroy());
}
