import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { BlobStorage, ByteRange } from '../storage/blob-storage.ts';
import { wantedRange } from './byte-range.ts';

/** Something that is kept, and how to read a part of it. */
export interface Sendable {
  readonly bytes: number;
  readonly read: (range: ByteRange) => ReturnType<BlobStorage['read']>;
}

/**
 * Answers with all of it, with the part that is asked for, or with nothing where whoever asks has it already.
 * Its headers are set before. Gives `false`, and answers nothing, where it is not there any more.
 */
export async function sendBytes(
  request: Request,
  response: Response,
  { bytes, read }: Sendable,
): Promise<boolean> {
  if (request.fresh) {
    response.status(304).end();
    return true;
  }
  const range = wantedRange(request.get('range'), bytes);
  if (range === 'UNSATISFIABLE') {
    response
      .status(416)
      .set('Content-Range', `bytes */${String(bytes)}`)
      .end();
    return true;
  }
  const { first, last } = range === 'ALL' ? { first: 0, last: bytes - 1 } : range;
  if (range !== 'ALL') {
    const place = `bytes ${String(first)}-${String(last)}/${String(bytes)}`;
    response.status(206).set('Content-Range', place);
  }
  response.set('Content-Length', String(last - first + 1));
  if (request.method === 'HEAD') {
    response.end();
    return true;
  }
  const content = await read({ first, last });
  if (!content) return false;
  // Whoever stops reading half-way is no fault of ours.
  await pipeline(content, response).catch(() => undefined);
  return true;
}
