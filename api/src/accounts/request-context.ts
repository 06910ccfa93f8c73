import { unauthenticated } from '../platform/graphql/errors.ts';
import type { ResolverContext } from '../platform/graphql/instances.ts';
import type { Viewer } from './viewer.ts';

/** What a resolver knows of the request, or of the socket, that it answers. */
export interface RequestContext extends ResolverContext {
  readonly viewer: Viewer | null;
}

/** Whoever asks; refuses a request of nobody. */
export function signedIn(context: Pick<RequestContext, 'viewer'>): Viewer {
  if (!context.viewer) throw unauthenticated();
  return context.viewer;
}
