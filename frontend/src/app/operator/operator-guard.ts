import { inject } from '@angular/core';
import {
  type ActivatedRouteSnapshot,
  RedirectCommand,
  Router,
  type RouterStateSnapshot,
} from '@angular/router';
import { signedIn } from '../account/signed-in-guard';
import { ViewerStore } from '../account/viewer-store';

/** Only for administrators; the API refuses everybody else anyway. */
export async function administrator(
  route: ActivatedRouteSnapshot,
  state: RouterStateSnapshot,
): Promise<true | RedirectCommand> {
  const [viewers, router] = [inject(ViewerStore), inject(Router)];
  const answer = await signedIn(route, state);
  const viewer = viewers.viewer();
  if (answer !== true || !viewer || viewer.roles.includes('ADMIN')) return answer;
  return new RedirectCommand(router.createUrlTree(['/']));
}
