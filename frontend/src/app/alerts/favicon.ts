import { DOCUMENT, Service, inject } from '@angular/core';

const ownIcon = 'icon.svg';

/** The icon of the tab: ours, with a mark on it while a session is near. */
@Service()
export class Favicon {
  private readonly document = inject(DOCUMENT);
  private mark: string | null = null;

  /** Puts a sign or two on the icon; `null` takes them away. */
  show(mark: string | null): void {
    if (mark === this.mark) return;
    this.mark = mark;
    const link = this.document.querySelector('link[rel="icon"]');
    link?.setAttribute('href', mark === null ? ownIcon : urlOf(mark));
  }
}

/** A picture of its own, so the colours of the page's theme do not reach it. */
function urlOf(mark: string): string {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">' +
    `<rect width="32" height="32" rx="9" fill="${mark === '!' ? 'crimson' : 'teal'}"/>` +
    '<text x="16" y="24" text-anchor="middle" font-family="sans-serif" font-size="23" ' +
    `font-weight="700" fill="white">${mark}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
