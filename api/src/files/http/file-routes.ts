import type { IncomingHttpHeaders } from 'node:http';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Viewer } from '../../accounts/viewer.ts';
import type { Allowances, Quota } from '../../platform/allowances/allowances.ts';
import { moving } from '../../platform/http/moving.ts';
import { sendBytes } from '../../platform/http/send-bytes.ts';
import type { ByteRange } from '../../platform/storage/blob-storage.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { disposition } from '../domain/file-name.ts';
import { type FileRecord, pathOf } from '../file-record.ts';
import type { FileStore } from '../store/file-store.ts';
import type { UploadFile } from '../use-cases/upload-file.ts';
import { answerFault, FileFault, uploadFault } from './file-fault.ts';

/** So many files somebody may upload within so long. */
const uploadLimit: Quota = { name: 'uploads', most: 60, windowMs: 10 * 60_000 };

export interface FileRoutesOptions {
  readonly store: FileStore;
  readonly upload: UploadFile;
  readonly access: SessionAccess;
  readonly allowances: Allowances;
  /** Whether the session is still going on, or is to come. */
  readonly isOpen: (sessionId: string) => Promise<boolean>;
  readonly mostBytes: number;
  /** So much all files of a session may take together. */
  readonly mostSessionBytes: number;
  /** How long an upload may stand still. */
  readonly silenceMs: number;
  readonly origin: string;
  readonly viewerOf: (
    headers: IncomingHttpHeaders,
  ) => Promise<{ readonly viewer: Viewer | null; readonly cookies: readonly string[] }>;
}

/** `POST /files?session=…&name=…` with the file as its body, and `GET /files/<id>`. */
export class FileRoutes {
  readonly handler: RequestHandler;

  constructor(private readonly options: FileRoutesOptions) {
    const router = Router();
    router.post('/', (request, response) => answerFault(response, this.take(request, response)));
    router.get('/:id', (request, response) => answerFault(response, this.give(request, response)));
    this.handler = router;
  }

  private async take(request: Request, response: Response): Promise<void> {
    const { upload, access, allowances, isOpen, origin, store } = this.options;
    const { mostBytes, mostSessionBytes } = this.options;
    if (request.get('origin') !== origin) throw new FileFault('OTHER_SITE');
    const sessionId = textOf(request.query['session']);
    const context = await this.contextOf(request, response);
    const { personId } = await access.require(context, 'CHAT', sessionId);
    if (!(await isOpen(sessionId))) throw new FileFault('SESSION_ENDED');
    const length = Number(request.get('content-length') ?? 0);
    if (length > mostBytes) throw uploadFault('TOO_LARGE', mostBytes);
    const taken = await store.bytesOf(sessionId);
    // What comes without its length, and beside another, goes over it by a few files at the most.
    if (taken + length > mostSessionBytes) throw new FileFault('SESSION_FULL');
    const waitMs = await allowances.take(uploadLimit, personId);
    if (waitMs > 0) {
      response.set('Retry-After', String(Math.ceil(waitMs / 1000)));
      throw new FileFault('TOO_MANY');
    }
    const name = textOf(request.query['name']);
    // The request is the socket too, on which there is something to answer whatever happens.
    const body: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
    const content = moving(body, this.options.silenceMs);
    const answer = await upload.run({ sessionId, ownerId: personId, name, content });
    if ('rejected' in answer) throw uploadFault(answer.rejected, mostBytes);
    response.status(201).location(pathOf(answer.file.id)).json(shown(answer.file));
  }

  private async give(request: Request, response: Response): Promise<void> {
    const { store, access } = this.options;
    const context = await this.contextOf(request, response);
    const file = await store.byId(textOf(request.params['id']));
    if (!file?.sessionId) throw new FileFault('NOT_FOUND');
    await access.require(context, 'READ', file.sessionId);
    describe(response, file);
    const read = (range: ByteRange) => store.read(file.id, range);
    const isThere = await sendBytes(request, response, { bytes: file.bytes, read });
    if (!isThere) throw new FileFault('NOT_FOUND');
  }

  private async contextOf(
    request: Request,
    response: Response,
  ): Promise<{ viewer: Viewer | null }> {
    const { viewer, cookies } = await this.options.viewerOf(request.headers);
    for (const cookie of cookies) response.append('Set-Cookie', cookie);
    return { viewer };
  }
}

/** A file never changes, but who may read it does: it is asked for each time, and sent only once. */
function describe(response: Response, { id, name, mediaType, isPicture }: FileRecord): void {
  response.set({
    'Content-Type': mediaType,
    'Content-Disposition': disposition(name, isPicture),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${id}"`,
  });
}

function shown({ id, name, mediaType, bytes, isPicture, width, height }: FileRecord): object {
  return { id, name, mediaType, bytes, url: pathOf(id), isPicture, width, height };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
