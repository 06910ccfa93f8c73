import { type ActivatedRouteSnapshot, BaseRouteReuseStrategy } from '@angular/router';

/** Another address is another page: what belongs to one session does not live on in the next. */
export class PageOfAddress extends BaseRouteReuseStrategy {
  override shouldReuseRoute(next: ActivatedRouteSnapshot, now: ActivatedRouteSnapshot): boolean {
    return super.shouldReuseRoute(next, now) && isSame(next.params, now.params);
  }
}

function isSame(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) {
  return Object.keys({ ...a, ...b }).every((name) => a[name] === b[name]);
}
