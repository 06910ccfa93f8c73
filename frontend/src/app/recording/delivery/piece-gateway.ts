import { Service } from '@angular/core';
import type { PieceReply } from '../domain/piece-answer';
import type { KeptPiece } from './piece-store';

/** A piece of four seconds that is not through by then is sent anew. */
const patienceMs = 60_000;

/** The way for the pieces of a recording to the server. */
@Service()
export class PieceGateway {
  /** What the server says to a piece; null where it says nothing. */
  async send({ partId, seq, data }: KeptPiece): Promise<PieceReply | null> {
    try {
      const response = await fetch(`/recordings/parts/${partId}/${String(seq)}`, {
        method: 'PUT',
        body: data,
        headers: { 'content-type': 'application/octet-stream' },
        signal: AbortSignal.timeout(patienceMs),
      });
      return await replyOf(response);
    } catch {
      return null;
    }
  }
}

async function replyOf(response: Response): Promise<PieceReply> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const text = await response.text();
  return {
    status: response.status,
    next: nextOf(text),
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
  };
}

function nextOf(text: string): number | null {
  try {
    const answer: unknown = JSON.parse(text);
    const isObject = typeof answer === 'object' && answer !== null && 'next' in answer;
    return isObject && typeof answer.next === 'number' ? answer.next : null;
  } catch {
    return null;
  }
}
