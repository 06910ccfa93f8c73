import type { RequestHandler } from 'express';
import type { Allowances } from '../platform/allowances/allowances.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Logger } from '../platform/logger.ts';
import type { BlobStorage } from '../platform/storage/blob-storage.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { FileRoutes, type FileRoutesOptions } from './http/file-routes.ts';
import type { FileRecord } from './file-record.ts';
import { FileEntity } from './store/file-entity.ts';
import { FileStore } from './store/file-store.ts';
import { UploadFile } from './use-cases/upload-file.ts';

export const fileEntities = [FileEntity];

export interface FilesOptions {
  readonly database: Database;
  readonly storage: BlobStorage;
  readonly clock: Clock;
  readonly allowances: Allowances;
  readonly logger: Logger;
  readonly sessions: Pick<Sessions, 'access' | 'reader'>;
  readonly mostBytes: number;
  readonly mostSessionBytes: number;
  /** How long an upload may stand still. */
  readonly silenceMs: number;
  readonly publicUrl: string;
  readonly viewerOf: FileRoutesOptions['viewerOf'];
}

/** What other contexts may do with files. */
export interface Files {
  /** Answers what is asked below `filesPath`. */
  readonly handler: RequestHandler;
  byIds(ids: readonly string[]): Promise<ReadonlyMap<string, FileRecord>>;
  /** Keeps files of a session that something uses now; without it they go after a day. */
  keep(sessionId: string, ids: readonly string[]): Promise<void>;
  /** Lets go of files that nothing uses any more. */
  release(ids: readonly string[]): Promise<void>;
  /** Removes a portion of the files whose time is over; says how many. */
  removeExpired(now: number): Promise<number>;
}

/** What people upload in their sessions. */
export function createFiles(options: FilesOptions): Files {
  const { database, storage, clock, logger, sessions, mostBytes, publicUrl, viewerOf } = options;
  const store = new FileStore(database, storage);
  const routes = new FileRoutes({
    store,
    upload: new UploadFile({ store, clock, logger, mostBytes }),
    access: sessions.access,
    allowances: options.allowances,
    isOpen: async (sessionId) => {
      const session = await sessions.reader.byId(sessionId);
      return session !== null && session.state.status !== 'ENDED';
    },
    mostBytes,
    mostSessionBytes: options.mostSessionBytes,
    silenceMs: options.silenceMs,
    origin: new URL(publicUrl).origin,
    viewerOf,
  });
  return {
    handler: routes.handler,
    byIds: (ids) => store.byIds(ids),
    keep: (sessionId, ids) => store.keep(sessionId, ids),
    release: (ids) => store.release(ids, clock.now()),
    removeExpired: (now) => store.removeExpired(now),
  };
}

/**
 * SQL that keeps files along with what uses them. `ids` and `sessionId` are parameters, and `place`
 * has a row where they are to be kept.
 */
export function keepingFiles(ids: string, sessionId: string): string {
  return `update stored_file set expires_at = null
    where id = any(${ids}::uuid[]) and session_id = ${sessionId} and exists (select from place)`;
}
