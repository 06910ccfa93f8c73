import { type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime, filter, map, take } from 'rxjs';

/** So long nothing may happen before a page fetches what is needed later. */
export const calmMs = 1000;

/** True for good once `isBusy` has been false for a second: the page works, and what comes next may be fetched. */
export function calmAfter(isBusy: Signal<boolean>): Signal<boolean> {
  const calm = toObservable(isBusy).pipe(
    debounceTime(calmMs),
    filter((isStillBusy) => !isStillBusy),
    take(1),
    map(() => true),
  );
  return toSignal(calm, { initialValue: false });
}
