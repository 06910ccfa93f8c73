import { Component, type ElementRef, computed, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, skip } from 'rxjs';
import { SessionWatch } from './alerts/session-watch';
import { ViewerStore } from './account/viewer-store';
import { NoticeToast } from './notices/notice-toast';
import { GraphqlClient } from './platform/graphql-client';
import { ThemeChoice } from './platform/theme';
import { RecordingSender } from './recording/recording-sender';

/** The frame of every page. */
@Component({
  selector: 'pl-app',
  imports: [NoticeToast, RecordingSender, RouterOutlet, SessionWatch],
  template: `
    <main #main tabindex="-1"><router-outlet /></main>
    <div class="dock">
      @defer (when isSignedIn()) {
        <pl-notice-toast />
        <pl-session-watch />
        <pl-recording-sender />
      }
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 100dvh;
    }

    main {
      display: flex;
      flex: 1 0 auto;
      flex-direction: column;
      min-inline-size: 0;
      outline: none;
    }

    /* Behind the page, not over it: whoever scrolls to its end sees all of it. */
    .dock {
      position: sticky;
      inset-block-end: 0;
      z-index: 5;
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
      padding-block-end: env(safe-area-inset-bottom);
      pointer-events: none;
    }
  `,
})
export class App {
  private readonly router = inject(Router);
  private readonly viewers = inject(ViewerStore);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  protected readonly isSignedIn = computed(() => this.viewers.viewer() !== null);

  constructor() {
    inject(ThemeChoice);
    inject(GraphqlClient)
      .signedOut.pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.askToSignIn();
      });
    const arrivals = this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      skip(1),
      takeUntilDestroyed(),
    );
    arrivals.subscribe(() => {
      // Screen readers and the keyboard start anew on a new page.
      this.main().nativeElement.focus({ preventScroll: true });
    });
  }

  private askToSignIn(): void {
    this.viewers.forget();
    const { url } = this.router;
    if (url.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: url === '/' ? {} : { next: url } });
  }
}
