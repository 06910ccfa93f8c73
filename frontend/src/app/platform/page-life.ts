import { DOCUMENT, Service, inject } from '@angular/core';
import { type Observable, filter, fromEvent, map, merge, share } from 'rxjs';

/** What happens to the page as a whole: it comes to the front, goes away, loses the network. */
@Service()
export class PageLife {
  private readonly document = inject(DOCUMENT);
  private readonly window = this.document.defaultView ?? globalThis.window;

  /** The page goes away: closed, reloaded, or kept for the back button. */
  readonly leaves: Observable<void> = this.on('pagehide');

  /** The page is about to go away; where this is prevented the browser asks whether it may. */
  readonly wantsToLeave: Observable<Event> = fromEvent(this.window, 'beforeunload');

  readonly losesNetwork: Observable<void> = this.on('offline');

  /** Trying again is worth it now: the network is back, or somebody looks at the page again. */
  readonly returns: Observable<void> = merge(
    this.on('online'),
    this.on('pageshow'),
    fromEvent(this.document, 'visibilitychange').pipe(
      filter(() => this.isVisible),
      map(() => undefined),
    ),
  ).pipe(share());

  get isVisible(): boolean {
    return this.document.visibilityState === 'visible';
  }

  /** Loads the page as if it were opened now, with nothing left of what it knew. */
  startAnew(): void {
    this.window.location.reload();
  }

  private on(name: string): Observable<void> {
    return fromEvent(this.window, name).pipe(
      map(() => undefined),
      share(),
    );
  }
}
