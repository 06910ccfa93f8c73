import { type RequestContext, signedIn } from '../accounts/request-context.ts';

/** Whose preferences a request reads and changes: those of whoever asks, and nobody else's. */
export function ownerOf(context: RequestContext): string {
  return signedIn(context).personId;
}
