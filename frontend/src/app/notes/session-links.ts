import {
  Component,
  DestroyRef,
  type ElementRef,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { LiveRegion } from '../ui/live-region/live-region';
import { checkDraft, hostOf } from './domain/link-draft';
import { LinksStore } from './links-store';

/** The links of a session: what the mentor shares, and what belongs to the course. */
@Component({
  selector: 'pl-session-links',
  imports: [Button, Icon, LiveRegion],
  templateUrl: './session-links.html',
  styleUrl: './session-links.css',
})
export class SessionLinks {
  protected readonly store = inject(LinksStore);
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');

  /** Whether the viewer shares links and takes them back. */
  readonly canChange = input(false);
  /** What stands where there is nothing; without it nothing does. */
  readonly emptyText = input('');

  protected readonly title = signal('');
  protected readonly url = signal('');
  protected readonly fault = signal<string | null>(null);
  protected readonly news = signal('');
  protected readonly hostOf = hostOf;

  constructor() {
    this.store.setWatched(true);
    inject(DestroyRef).onDestroy(() => {
      this.store.setWatched(false);
    });
  }

  protected async share(event: Event): Promise<void> {
    event.preventDefault();
    const checked = checkDraft({ title: this.title(), url: this.url() });
    this.fault.set('fault' in checked ? checked.fault : null);
    if ('fault' in checked) this.address()?.nativeElement.focus();
    else if (await this.store.share(checked.link)) this.begin(`${checked.link.title} is shared.`);
  }

  protected async remove(id: string, title: string): Promise<void> {
    await this.store.remove(id);
    // Its button is gone with it; the keyboard goes on where links are added.
    this.begin(`${title} is removed.`);
  }

  private begin(news: string): void {
    this.title.set('');
    this.url.set('');
    this.news.set(news);
    this.address()?.nativeElement.focus();
  }
}
