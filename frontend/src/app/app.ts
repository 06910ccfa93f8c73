import { Component, type ElementRef, computed, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, skip } from 'rxjs';
import { SessionWatch } from './alerts/session-watch';
import { ViewerStore } from './account/viewer-store';
import { GraphqlClient } from './platform/graphql-client';
import { ThemeChoice } from './platform/theme';

/** The frame of every page. */
@Component({
  selector: 'pl-app',
  imports: [RouterOutlet, SessionWatch],
  template: `
    <main #main tabindex="-1"><router-outlet /></main>
    @defer (when isSignedIn()) {
      <pl-session-watch />
    }
  `,
  styles: `
    main {
      display: flex;
      flex-direction: column;
      min-block-size: 100dvh;
      outline: none;
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
