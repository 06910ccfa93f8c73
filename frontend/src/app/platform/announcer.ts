import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';

/** Says to screen readers what has happened, also where the part of the page that it happened in is gone. */
@Service()
export class Announcer {
  private readonly document = inject(DOCUMENT);
  private region: HTMLElement | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.region?.remove();
    });
  }

  say(message: string): void {
    const region = (this.region ??= this.createRegion());
    // The same words once more are news only if they were gone in between.
    region.textContent = '';
    queueMicrotask(() => {
      region.textContent = message;
    });
  }

  private createRegion(): HTMLElement {
    const region = this.document.createElement('p');
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    this.document.body.append(region);
    return region;
  }
}
