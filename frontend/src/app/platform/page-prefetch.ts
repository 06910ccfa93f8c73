import { Service } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { type Observable, ReplaySubject, filter, merge, switchMap, take } from 'rxjs';

type Load = () => Promise<unknown>;

/** Loads the code of a page ahead of its visit, but only once somebody says that it is wanted. */
@Service()
export class PagePrefetch implements PreloadingStrategy {
  private readonly wanted = new ReplaySubject<string>();

  /** The page of route `path` will be needed soon. */
  want(path: string): void {
    this.wanted.next(path);
  }

  preload(route: Route, load: () => Observable<unknown>): Observable<unknown> {
    return this.wanted.pipe(
      filter((path) => path === route.path),
      take(1),
      switchMap(() => merge(load(), ...parts(route).map((part) => part()))),
    );
  }
}

/** What a page loads by itself when it is needed, and a wanted page with it. */
function parts(route: Route): readonly Load[] {
  const found: unknown = route.data?.['parts'];
  return Array.isArray(found) ? (found as readonly Load[]) : [];
}
