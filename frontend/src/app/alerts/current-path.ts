import { type Signal, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map } from 'rxjs';

/** On which page the viewer is, without what follows a `?` or `#`. To be called where one may inject. */
export function currentPath(): Signal<string> {
  const router = inject(Router);
  const path = () => router.url.split(/[?#]/)[0] ?? '';
  const arrivals = router.events.pipe(filter((event) => event instanceof NavigationEnd));
  return toSignal(arrivals.pipe(map(path)), { initialValue: path() });
}
