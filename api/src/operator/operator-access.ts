import { type RequestContext, signedIn } from '../accounts/request-context.ts';
import type { Viewer } from '../accounts/viewer.ts';
import { forbidden } from '../platform/graphql/errors.ts';
import { canOperate } from './policy.ts';

/** Whoever asks, who must be an administrator. */
export function operator(context: RequestContext): Viewer {
  const viewer = signedIn(context);
  if (!canOperate(viewer)) throw forbidden('Only administrators may see this.');
  return viewer;
}
