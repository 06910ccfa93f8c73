import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import type { Pool } from 'pg';
import type { Logger } from '../logger.ts';
import { impatientSocket } from './impatient-socket.ts';

export type { EntityManager } from '@mikro-orm/postgresql';

type Class<T = object> = new (...args: never[]) => T;

export interface DatabaseOptions {
  readonly url: string;
  readonly poolSize: number;
  /** How long it may be silent while an answer is due, in milliseconds. */
  readonly silenceMs: number;
  readonly entities: readonly Class[];
  readonly migrations: readonly NamedMigration[];
  readonly logger: Logger;
}

/** A migration and the name under which the database remembers it. */
export interface NamedMigration {
  readonly name: string;
  readonly class: new (...args: ConstructorParameters<typeof Migration>) => Migration;
}

/** A statement for the hot paths: each connection plans it once and then knows it by its name. */
export interface Prepared {
  readonly name: string;
  /** With `$1`, `$2` … for the values. */
  readonly sql: string;
}

/** Whether a statement failed because a row with the same key exists. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

/** The one truth: PostgreSQL by MikroORM. */
export class Database implements AsyncDisposable {
  private pool: Promise<Pool> | null = null;

  private constructor(
    readonly orm: MikroORM,
    private readonly work: { isLong: boolean },
  ) {}

  /** Connects lazily: the first query opens the first connection. */
  static open(options: DatabaseOptions): Database {
    const { silenceMs } = options;
    const work = { isLong: false };
    const orm = new MikroORM({
      clientUrl: options.url,
      entities: [...options.entities],
      extensions: [Migrator],
      pool: { max: options.poolSize },
      driverOptions: {
        stream: () => impatientSocket(silenceMs, () => work.isLong),
        connectionTimeoutMillis: silenceMs,
      },
      schemaGenerator: {
        skipTables: ['agenda_jobs', 'agenda_logs'],
        ignoreSchema: ['auth', 'jobs'],
      },
      migrations: {
        migrationsList: options.migrations.map(({ name, class: type }) => ({ name, class: type })),
        snapshot: false,
      },
      logger: (message) => {
        options.logger.debug({ detail: message }, 'database');
      },
    });
    return new Database(orm, work);
  }

  /** A unit of work of its own, outside of any transaction. */
  fork(): EntityManager {
    return this.orm.em.fork();
  }

  /** Runs `work` in one transaction: all of it is kept, or nothing. */
  transaction<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.fork().transactional(work);
  }

  /** Runs one statement by itself, past the object mapping. */
  async run<Row extends object>(
    { name, sql: text }: Prepared,
    values: readonly (string | number | readonly string[] | Uint8Array)[],
  ): Promise<readonly Row[]> {
    this.pool ??= this.orm.em.getConnection().getNativeClient();
    const { rows } = await (await this.pool).query<Row>({ name, text, values: [...values] });
    return rows;
  }

  /** Brings the tables up to date. Programs that start together wait for each other. */
  async migrate(): Promise<void> {
    this.work.isLong = true;
    try {
      await this.transaction(async (em) => {
        await em.execute('select pg_advisory_xact_lock(7305020126)');
        await this.orm.migrator.up();
      });
    } finally {
      this.work.isLong = false;
    }
  }

  /** Rejects where the database does not answer. */
  async checkHealth(): Promise<void> {
    await this.fork().execute('select 1');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.orm.close(true);
  }
}
