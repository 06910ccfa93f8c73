import { Service, inject } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { filter, merge } from 'rxjs';
import { ViewerStore } from '../account/viewer-store';
import { PushGateway } from './push-gateway';
import { PushStore } from './push-store';

/** What notifications need while the app is open, on whichever page. */
@Service()
export class Notifications {
  private readonly gateway = inject(PushGateway);

  constructor() {
    const router = inject(Router);
    const viewers = inject(ViewerStore);
    const store = inject(PushStore);
    this.gateway.opened.pipe(takeUntilDestroyed()).subscribe((path) => {
      void router.navigateByUrl(path);
    });
    toObservable(viewers.id)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        store.forget();
      });
    merge(toObservable(viewers.id), this.gateway.permissionChanged)
      .pipe(
        filter(() => viewers.id() !== ''),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        void store.look();
      });
  }

  /** Everything works without the service worker, but for being told while the app is closed. */
  async install(): Promise<void> {
    await this.gateway.install().catch(() => undefined);
  }
}
