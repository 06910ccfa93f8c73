import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isAway } from '../database/is-away.ts';
import { newId } from '../ids.ts';
import type { Logger } from '../logger.ts';
import { unavailable } from './errors.ts';

/** Codes of refusals that are meant for the client; whatever has another one is our own fault. */
const openCodes = new Set<unknown>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'TOO_MANY_REQUESTS',
  'SERVICE_UNAVAILABLE',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

export interface Masking {
  readonly logger: Logger;
}

/** What the client is told of an error. Our own faults go to the log, and only their id goes out. */
export function maskError(error: GraphQLError, masking: Masking): GraphQLFormattedError {
  const code = error.extensions['code'];
  if (openCodes.has(code)) return openPart(error, code).toJSON();
  // Before execution there is no path: what graphql-js itself refuses then is the client's fault.
  const isRefusal = error.path === undefined && !isFault(error.originalError);
  if (isRefusal && code === undefined) return openPart(error, 'BAD_USER_INPUT').toJSON();
  if (isAway(error.originalError)) {
    masking.logger.warn({ err: error.originalError, path: error.path }, 'the database is away');
    const { message, extensions } = unavailable();
    return new GraphQLError(message, { path: error.path ?? null, extensions }).toJSON();
  }
  const errorId = newId();
  masking.logger.error(
    { err: error.originalError ?? error, errorId, path: error.path },
    'request failed',
  );
  return new GraphQLError('Something went wrong on our side. Try again.', {
    path: error.path ?? null,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id: errorId },
  }).toJSON();
}

function isFault(cause: Error | undefined): boolean {
  return cause !== undefined && !(cause instanceof GraphQLError);
}

/** The error as the client may see it: what and where, and nothing of what is behind it. */
export function openPart(error: GraphQLError, code: unknown): GraphQLError {
  const seconds = error.extensions['retryAfterSeconds'];
  return new GraphQLError(error.message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions: typeof seconds === 'number' ? { code, retryAfterSeconds: seconds } : { code },
  });
}
