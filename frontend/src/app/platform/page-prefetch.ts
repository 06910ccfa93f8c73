import { Service } from '@angular/core';
import type { PreloadingStrategy, Route } from '@angular/router';
import { type Observable, ReplaySubject, filter, switchMap, take } from 'rxjs';

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
      switchMap(() => load()),
    );
  }
}
