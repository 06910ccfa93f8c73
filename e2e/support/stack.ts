import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LiveKit, startLiveKit } from '../../launcher/livekit.mjs';
import { type Postgres, removePostgres, startPostgres } from '../../launcher/postgres.mjs';
import { freePort } from '../../launcher/processes.mjs';
import { ApiProcess, type Environment } from './api-process.ts';

const root = join(import.meta.dirname, '../..');

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** A server that can be killed and started again where it was. */
interface Server {
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** The media server, which can also stand still. */
export interface MediaProcess extends Server {
  readonly port: number;
  freeze(): void;
  thaw(): void;
}

/** How the parts reach each other, where not directly. */
export interface Ways {
  /** The address by which the API reaches a database. */
  readonly toDatabase?: (url: string) => Promise<string>;
  /** Whether the database keeps what it has said yes to when it is killed; it is quicker without. */
  readonly isDurable?: boolean;
}

interface StackParts {
  readonly settings: Environment;
  readonly api: ApiProcess;
  readonly media: MediaProcess;
  readonly database: Server;
  readonly databaseUrl: string;
  readonly mentor: Account;
  readonly learner: Account;
  readonly stranger: Account;
  readonly disposal: AsyncDisposableStack;
}

/** PeerLearn as it is run: its database, its media server and its API. */
export class Stack implements AsyncDisposable {
  /** With which the API runs. */
  readonly settings: Environment;
  readonly api: ApiProcess;
  readonly media: MediaProcess;
  readonly database: Server;
  /** The database itself, whatever way the API has to it. */
  readonly databaseUrl: string;
  readonly mentor: Account;
  readonly learner: Account;
  readonly stranger: Account;
  private readonly disposal: AsyncDisposableStack;

  private constructor(parts: StackParts) {
    this.settings = parts.settings;
    this.api = parts.api;
    this.media = parts.media;
    this.database = parts.database;
    this.databaseUrl = parts.databaseUrl;
    this.mentor = parts.mentor;
    this.learner = parts.learner;
    this.stranger = parts.stranger;
    this.disposal = parts.disposal;
  }

  get url(): string {
    return this.api.url;
  }

  /** `extra` are settings beside the usual ones, or in their place. */
  static async start(extra: Environment = {}, ways: Ways = {}): Promise<Stack> {
    const { toDatabase, isDurable = false } = ways;
    await using disposal = new AsyncDisposableStack();
    const folder = await mkdtemp(join(tmpdir(), 'peerlearn-e2e-'));
    disposal.defer(() => rm(folder, { recursive: true, force: true }));
    const logs = join(root, 'test-results/logs');
    await mkdir(logs, { recursive: true });
    const database = await Database.start(isDurable ? join(folder, 'postgres') : undefined);
    disposal.use(database);
    const port = await freePort();
    const media = await Media.start(`http://127.0.0.1:${String(port)}/media/notices`);
    disposal.use(media);
    const databaseUrl = (await toDatabase?.(database.url)) ?? database.url;
    const complete = { ...settings({ port, folder, databaseUrl, media }), ...extra };
    const api = new ApiProcess(complete, join(logs, 'api.log'));
    await api.start();
    disposal.defer(() => api.stop());
    const mentor = await addPerson(api, 'Maya Lindqvist', 'MENTOR');
    const learner = await addPerson(api, 'Leo Okafor', 'LEARNER');
    const stranger = await addPerson(api, 'Sam Reyes', 'LEARNER');
    await api.command('course', ['--title', 'Algebra from the ground up']);
    const people = { mentor, learner, stranger };
    const parts = {
      settings: complete,
      api,
      media,
      database,
      databaseUrl: database.url,
      ...people,
    };
    return new Stack({ ...parts, disposal: disposal.move() });
  }

  /** Somebody more. */
  addPerson(name: string, role: 'ADMIN' | 'MENTOR' | 'LEARNER'): Promise<Account> {
    return addPerson(this.api, name, role);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.disposal.disposeAsync();
  }
}

class Database implements Server, AsyncDisposable {
  private running: Postgres;

  private constructor(running: Postgres) {
    this.running = running;
  }

  get url(): string {
    return this.running.url;
  }

  static async start(dataDir: string | undefined): Promise<Database> {
    return new Database(await startPostgres(dataDir === undefined ? {} : { dataDir }));
  }

  async kill(): Promise<void> {
    await this.running.kill();
  }

  async start(): Promise<void> {
    const { port, dataDir } = this.running;
    this.running = await startPostgres({ port, dataDir });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.running.stop();
    removePostgres(this.running.dataDir);
  }
}

class Media implements MediaProcess, AsyncDisposable {
  private running: LiveKit;
  private readonly webhookUrl: string;

  private constructor(running: LiveKit, webhookUrl: string) {
    this.running = running;
    this.webhookUrl = webhookUrl;
  }

  get access(): { url: string; apiKey: string; apiSecret: string } {
    return this.running;
  }

  static async start(webhookUrl: string): Promise<Media> {
    return new Media(await startLiveKit({ webhookUrl }), webhookUrl);
  }

  get port(): number {
    return this.running.port;
  }

  freeze(): void {
    process.kill(this.running.child.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.running.child.pid, 'SIGCONT');
  }

  async kill(): Promise<void> {
    await this.running.kill();
  }

  async start(): Promise<void> {
    const { port, apiKey, apiSecret } = this.running;
    this.running = await startLiveKit({ port, apiKey, apiSecret, webhookUrl: this.webhookUrl });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.running.child.isRunning()) await this.running.stop();
  }
}

function settings(parts: {
  readonly port: number;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly media: Media;
}): Record<string, string> {
  const { url, apiKey, apiSecret } = parts.media.access;
  return {
    DATABASE_URL: parts.databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(parts.port),
    PUBLIC_URL: `http://127.0.0.1:${String(parts.port)}`,
    WEB_ROOT: join(root, 'dist/web/browser'),
    LIVEKIT_URL: url,
    LIVEKIT_API_KEY: apiKey,
    LIVEKIT_API_SECRET: apiSecret,
    AUTH_SECRET: randomBytes(32).toString('hex'),
    AUTH_RATE_LIMIT: 'false',
    MUTATIONS_PER_MINUTE: '100000',
    MAIL: 'caught',
    PUSH_ALLOW_LOCAL: 'true',
    FILES_FOLDER: join(parts.folder, 'files'),
    LOG_LEVEL: 'debug',
  };
}

async function addPerson(api: ApiProcess, name: string, role: string): Promise<Account> {
  const email = `${name.split(' ')[0]?.toLowerCase() ?? ''}@peerlearn.example`;
  const password = randomBytes(12).toString('hex');
  const printed = await api.command(
    'person',
    ['--email', email, '--name', name, '--role', role, '--password'],
    password,
  );
  const { id } = JSON.parse(printed) as { id: string };
  return { id, name, email, password };
}
