import type { IncomingHttpHeaders } from 'node:http';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Viewer } from '../../accounts/viewer.ts';
import type { Allowances, Quota } from '../../platform/allowances/allowances.ts';
import type { Clock } from '../../platform/clock.ts';
import { moving } from '../../platform/http/moving.ts';
import { sendBytes } from '../../platform/http/send-bytes.ts';
import type { BlobStorage } from '../../platform/storage/blob-storage.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { stateOf } from '../domain/part.ts';
import type { RecordingLinks } from '../links.ts';
import { keyOf, type PartRecord, type RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { PieceAnswer, TakePiece } from '../use-cases/take-piece.ts';
import { answerFault, RecordingFault } from './recording-fault.ts';

/** So many pieces somebody may send within so long; who was cut off for an hour sends 900 at once. */
const pieceLimit: Quota = { name: 'recording pieces', most: 2000, windowMs: 10 * 60_000 };

export interface RecordingRoutesOptions {
  readonly store: RecordingStore;
  readonly storage: Pick<BlobStorage, 'read'>;
  readonly take: TakePiece;
  readonly links: RecordingLinks;
  readonly access: SessionAccess;
  readonly allowances: Allowances;
  readonly clock: Clock;
  /** How long an upload may stand still. */
  readonly silenceMs: number;
  readonly origin: string;
  readonly viewerOf: (
    headers: IncomingHttpHeaders,
  ) => Promise<{ readonly viewer: Viewer | null; readonly cookies: readonly string[] }>;
}

/**
 * `PUT /recordings/parts/<part>/<piece>` with the piece as its body, `GET /recordings/parts/<part>` for which is
 * next, and `GET /recordings/<part>` with the signature of a link.
 */
export class RecordingRoutes {
  readonly handler: RequestHandler;

  constructor(private readonly options: RecordingRoutesOptions) {
    const router = Router();
    router.put('/parts/:part/:seq', (request, response) =>
      answerFault(response, this.take(request, response)),
    );
    router.get('/parts/:part', (request, response) =>
      answerFault(response, this.place(request, response)),
    );
    router.get('/:part', (request, response) =>
      answerFault(response, this.give(request, response)),
    );
    this.handler = router;
  }

  private async take(request: Request, response: Response): Promise<void> {
    const { take, allowances, origin, silenceMs } = this.options;
    if (request.get('origin') !== origin) throw new RecordingFault('OTHER_SITE');
    const { recording, part, personId } = await this.found(request, response);
    const seq = Number(request.params['seq']);
    if (!Number.isInteger(seq) || seq < 0) throw new RecordingFault('BAD_PIECE');
    const waitMs = await allowances.take(pieceLimit, personId);
    if (waitMs > 0) {
      response.set('Retry-After', String(Math.ceil(waitMs / 1000)));
      throw new RecordingFault('TOO_MANY');
    }
    const length = Number(request.get('content-length') ?? 0);
    // The request is the socket too, on which there is something to answer whatever happens.
    const body: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
    const content = moving(body, silenceMs);
    answerPiece(response, await take.run({ recording, part, seq, length, content }));
  }

  private async place(request: Request, response: Response): Promise<void> {
    const { part } = await this.found(request, response);
    response.set('Cache-Control', 'no-store').json({ next: part.nextPiece });
  }

  private async give(request: Request, response: Response): Promise<void> {
    const { store, storage, links, clock } = this.options;
    const partId = textOf(request.params['part']);
    const link = {
      partId,
      until: textOf(request.query['until']),
      signature: textOf(request.query['signature']),
    };
    if (!links.opens(link, clock.now())) throw new RecordingFault('LINK_EXPIRED');
    const found = await store.ofPart(partId);
    if (!found || stateOf(found.part) !== 'READY') throw new RecordingFault('NOT_FOUND');
    const { part, recording } = found;
    describe(response, part);
    const isThere = await sendBytes(request, response, {
      bytes: part.bytes ?? 0,
      read: (range) => storage.read(keyOf(partId, recording.via), range),
    });
    if (!isThere) throw new RecordingFault('NOT_FOUND');
  }

  /** The part that the request is about, of whoever may record in its session. */
  private async found(
    request: Request,
    response: Response,
  ): Promise<{ recording: RecordingRecord; part: PartRecord; personId: string }> {
    const { store, access, viewerOf } = this.options;
    const { viewer, cookies } = await viewerOf(request.headers);
    for (const cookie of cookies) response.append('Set-Cookie', cookie);
    const found = await store.ofPart(textOf(request.params['part']));
    const sessionId = found?.recording.sessionId ?? '';
    const { personId } = await access.require({ viewer }, 'RECORD', sessionId);
    if (!found) throw new RecordingFault('NOT_FOUND');
    return { ...found, personId };
  }
}

function answerPiece(response: Response, answer: PieceAnswer): void {
  if (typeof answer === 'object') throw new RecordingFault('GAP', answer);
  if (answer !== 'KEPT') throw new RecordingFault(answer);
  response.status(204).end();
}

/** The file of a part never changes. */
function describe(response: Response, { id, mediaType, number }: PartRecord): void {
  const ending = mediaType.endsWith('/webm') ? 'webm' : 'mp4';
  response.set({
    'Content-Type': mediaType,
    'Content-Disposition': `inline; filename="recording-${String(number)}.${ending}"`,
    'Content-Security-Policy': "default-src 'none'; media-src 'self'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    'Referrer-Policy': 'no-referrer',
    'Accept-Ranges': 'bytes',
    ETag: `"${id}"`,
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
