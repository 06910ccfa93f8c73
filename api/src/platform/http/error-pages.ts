import type { ErrorRequestHandler } from 'express';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';

/** The last word on a failed request: our own faults go to the log, and only their id goes out. */
export function errorPages(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status < 500) {
      response.status(status).json({ error: 'This request cannot be read.' });
      return;
    }
    const errorId = newId();
    logger.error(
      { err: error, errorId, method: request.method, path: request.path },
      'request failed',
    );
    response.status(500).json({ error: 'Something went wrong on our side.', id: errorId });
  };
}

function statusOf(error: unknown): number {
  if (!(error instanceof Error) || !('status' in error)) return 500;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}
