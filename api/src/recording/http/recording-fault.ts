import type { Response } from 'express';
import { GraphQLError } from 'graphql';
import { Stalled } from '../../platform/http/moving.ts';
import { StorageFailure } from '../../platform/storage/blob-storage.ts';

const words = {
  OTHER_SITE: [403, 'Recordings are sent from PeerLearn’s own pages.'],
  NOT_FOUND: [404, 'This recording is not there.'],
  LINK_EXPIRED: [403, 'This link does not open any more. Open the recording from its session.'],
  GAP: [409, 'A piece before this one is missing.'],
  OVER: [410, 'Nothing more is taken of this part.'],
  TOO_MANY: [429, 'Too many pieces at once. Wait a moment.'],
  STALLED: [408, 'The upload stood still for too long. Try again.'],
  TOO_LARGE: [413, 'A piece has at most 8 MB.'],
  FULL: [413, 'This session has as much of a recording as it can hold.'],
  BAD_PIECE: [400, 'Pieces are counted from 0.'],
  STORAGE_FULL: [507, 'There is no room for recordings at the moment.'],
  STORAGE_AWAY: [503, 'Recordings cannot be reached at the moment. Try again.'],
} as const;

/** When it is worth trying again, in seconds, where the storage cannot do it now. */
const storageWait = '15';

/** Why a piece is not taken or a recording not given, for whoever asked. */
export class RecordingFault extends Error {
  override readonly name = 'RecordingFault';

  constructor(
    readonly code: keyof typeof words,
    /** What is told besides. */
    readonly more: object = {},
  ) {
    super(words[code][1]);
  }
}

const statusOfCode: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
};

/** Waits for the work, and answers what is expected to go wrong with it. */
export async function answerFault(response: Response, work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const fault = told(error);
    if (!fault || response.headersSent) throw error;
    for (const name of ['Content-Disposition', 'Content-Length', 'ETag', 'Accept-Ranges']) {
      response.removeHeader(name);
    }
    // The rest of what stood still is not waited for.
    if (fault.status === 408) response.set('Connection', 'close');
    if (error instanceof StorageFailure) response.set('Retry-After', storageWait);
    response.status(fault.status).type('json').send(JSON.stringify(fault.body));
  }
}

function told(error: unknown): { readonly status: number; readonly body: object } | null {
  if (error instanceof RecordingFault) return bodyOf(error);
  if (error instanceof Stalled) return bodyOf(new RecordingFault('STALLED'));
  if (error instanceof StorageFailure) return bodyOf(new RecordingFault(`STORAGE_${error.reason}`));
  if (!(error instanceof GraphQLError)) return null;
  const code = String(error.extensions['code']);
  const status = statusOfCode[code];
  return status === undefined ? null : { status, body: { code, error: error.message } };
}

function bodyOf({ code, more }: RecordingFault): { status: number; body: object } {
  const [status, error] = words[code];
  return { status, body: { code, error, ...more } };
}
