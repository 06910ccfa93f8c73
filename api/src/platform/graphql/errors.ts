import { GraphQLError } from 'graphql';

/** Codes that a client may rely on; every other failure is `INTERNAL_SERVER_ERROR`. */
type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'TOO_MANY_REQUESTS'
  | 'SERVICE_UNAVAILABLE';

function failure(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}

export function unauthenticated(message = 'Sign in to go on.'): GraphQLError {
  return failure('UNAUTHENTICATED', message);
}

export function forbidden(message = "You're not part of this session."): GraphQLError {
  return failure('FORBIDDEN', message);
}

export function notFound(message = 'Session not found. Check your dashboard.'): GraphQLError {
  return failure('NOT_FOUND', message);
}

export function badInput(message: string): GraphQLError {
  return failure('BAD_USER_INPUT', message);
}

/** `waitMs` is how long it is until it is worth asking again; told in whole seconds. */
export function tooMany(waitMs: number): GraphQLError {
  const code: ErrorCode = 'TOO_MANY_REQUESTS';
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new GraphQLError('Too many requests. Wait a moment.', {
    extensions: { code, retryAfterSeconds },
  });
}

/** Something that is needed does not answer. Nothing is wrong with what was asked, so it can be asked again. */
export function unavailable(): GraphQLError {
  return failure('SERVICE_UNAVAILABLE', 'PeerLearn cannot do that at this moment. Try again.');
}
