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

/** `retryAfterSeconds` is told where it is known when it is worth asking again. */
export function tooMany(
  message = 'Too many requests. Wait a moment.',
  retryAfterSeconds?: number,
): GraphQLError {
  if (retryAfterSeconds === undefined) return failure('TOO_MANY_REQUESTS', message);
  const extensions = { code: 'TOO_MANY_REQUESTS' satisfies ErrorCode, retryAfterSeconds };
  return new GraphQLError(message, { extensions });
}

/** Something that is needed does not answer. Nothing is wrong with what was asked, so it can be asked again. */
export function unavailable(): GraphQLError {
  return failure('SERVICE_UNAVAILABLE', 'PeerLearn cannot do that at this moment. Try again.');
}
