import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TopBar } from '../frame/top-bar';
import { ViewerStore } from '../account/viewer-store';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';

/** An address that leads nowhere. */
@Component({
  selector: 'pl-lost-page',
  imports: [Button, Icon, RouterLink, TopBar],
  template: `
    <pl-top-bar />
    <div class="page">
      <section class="panel" aria-labelledby="lost-title">
        <span class="mark"><pl-icon name="info" /></span>
        <h1 id="lost-title">Page not found</h1>
        <p>There is nothing at this address. It may be incomplete, or out of date.</p>
        <div class="actions"><a plButton routerLink="/">Back to Dashboard</a></div>
      </section>
    </div>
  `,
  styleUrl: './page-fault/page-fault.css',
})
export class LostPage {
  private readonly viewers = inject(ViewerStore);

  constructor() {
    void this.learnWhoAsks();
  }

  /** This page is open to everybody; the top bar shows who is signed in, if somebody is. */
  private async learnWhoAsks(): Promise<void> {
    if (this.viewers.viewer()) return;
    try {
      await this.viewers.load();
    } catch {
      // Nobody is shown then.
    }
  }
}
