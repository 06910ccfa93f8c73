import type { Response } from 'express';
import { GraphQLError } from 'graphql';
import { Stalled } from '../../platform/http/moving.ts';
import { StorageFailure } from '../../platform/storage/blob-storage.ts';
import type { UploadFault } from '../use-cases/upload-file.ts';

const words = {
  OTHER_SITE: [403, 'Files are uploaded from PeerLearn’s own pages.'],
  NOT_FOUND: [404, 'This file is not there.'],
  SESSION_ENDED: [409, 'This session has ended, and takes no more files.'],
  TOO_MANY: [429, 'Too many files at once. Wait a moment.'],
  STALLED: [408, 'The upload stood still for too long. Try again.'],
  SESSION_FULL: [413, 'This session has as many files as it can hold.'],
  EMPTY: [422, 'This file is empty.'],
  TOO_LARGE: [413, 'This file is too large.'],
  TYPE_NOT_ALLOWED: [
    415,
    'Files of this kind cannot be shared. Pictures, PDF, text and code, office files and ZIP can.',
  ],
  TOO_MANY_PIXELS: [413, 'This picture is too large. It can have 64 million pixels.'],
  STORAGE_FULL: [507, 'There is no room for files at the moment.'],
  STORAGE_AWAY: [503, 'Files cannot be reached at the moment. Try again.'],
} as const;

/** Why a file is not taken or given, for whoever asked. */
export class FileFault extends Error {
  override readonly name = 'FileFault';

  constructor(
    readonly code: keyof typeof words,
    readonly told: string = words[code][1],
  ) {
    super(told);
  }
}

/** Why a file is not kept; how large it may be is said where that is it. */
export function uploadFault(code: UploadFault, mostBytes: number): FileFault {
  if (code !== 'TOO_LARGE') return new FileFault(code);
  const most = (mostBytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 });
  return new FileFault(code, `This file is too large. A file can have ${most} MB.`);
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
    // What was said of the file does not hold for the answer.
    for (const name of ['Content-Disposition', 'Content-Length', 'ETag', 'Accept-Ranges']) {
      response.removeHeader(name);
    }
    // The rest of what stood still is not waited for.
    if (fault.status === 408) response.set('Connection', 'close');
    response.status(fault.status).type('json').send(JSON.stringify(fault.body));
  }
}

function told(error: unknown): { readonly status: number; readonly body: object } | null {
  if (error instanceof FileFault) return bodyOf(error);
  if (error instanceof Stalled) return bodyOf(new FileFault('STALLED'));
  if (error instanceof StorageFailure) return bodyOf(new FileFault(`STORAGE_${error.reason}`));
  if (!(error instanceof GraphQLError)) return null;
  const code = String(error.extensions['code']);
  const status = statusOfCode[code];
  return status === undefined ? null : { status, body: { code, error: error.message } };
}

function bodyOf({ code, told: text }: FileFault): { status: number; body: object } {
  return { status: words[code][0], body: { code, error: text } };
}
