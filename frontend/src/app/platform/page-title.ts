import { Service, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

/** The title of the tab: what the page is called, unless something more urgent stands there. */
@Service()
export class PageTitle extends TitleStrategy {
  private readonly tab = inject(Title);
  private page = 'PeerLearn';
  private urgent: string | null = null;

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.page = this.buildTitle(snapshot) ?? 'PeerLearn';
    this.write();
  }

  /** Puts `text` in the place of the page's own title; `null` takes it away again. */
  show(text: string | null): void {
    if (text === this.urgent) return;
    this.urgent = text;
    this.write();
  }

  private write(): void {
    this.tab.setTitle(this.urgent ?? this.page);
  }
}
