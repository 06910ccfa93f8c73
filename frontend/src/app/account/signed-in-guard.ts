import { inject } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  RedirectCommand,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
import { ownPath } from './own-path';
import { ViewerStore } from './viewer-store';

/** Only for people who are signed in; others sign in first and then come back here. */
export async function signedIn(
  _route: ActivatedRouteSnapshot,
  { url }: RouterStateSnapshot,
): Promise<true | RedirectCommand> {
  const [viewers, router] = [inject(ViewerStore), inject(Router)];
  if (viewers.viewer()) return true;
  try {
    if (await viewers.load()) return true;
  } catch {
    // The server cannot be asked now; the page says so and tries again by itself.
    viewers.keepAsking();
    return true;
  }
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: next(url) }));
}

/**
 * Whoever comes to sign in by the used link of a mail, and is signed in already, goes on to where the
 * link was to lead. Without such a page signing in is what they want: perhaps as somebody else.
 */
export async function notSignedIn({
  queryParamMap,
}: ActivatedRouteSnapshot): Promise<true | RedirectCommand> {
  const [viewers, router] = [inject(ViewerStore), inject(Router)];
  const page = queryParamMap.get('next');
  if (page === null) return true;
  try {
    if (!(viewers.viewer() ?? (await viewers.load()))) return true;
  } catch {
    return true;
  }
  return new RedirectCommand(router.parseUrl(ownPath(page)));
}

function next(url: string): { readonly next?: string } {
  return url === '/' ? {} : { next: url };
}
