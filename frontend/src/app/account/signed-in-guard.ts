import { inject } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  RedirectCommand,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
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
    return true;
  }
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: next(url) }));
}

function next(url: string): { readonly next?: string } {
  return url === '/' ? {} : { next: url };
}
