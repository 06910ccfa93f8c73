import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { Button } from '../ui/button/button';
import type { Card } from '../session/session-lists';
import type { SessionList } from '../session/session-lists';
import { LiveRegion } from '../ui/live-region/live-region';
import { SessionRow } from './session-row';

/** A list of sessions, a page at a time. */
@Component({
  selector: 'pl-session-list',
  imports: [Button, LiveRegion, SessionRow],
  template: `
    <h2>{{ heading() }}</h2>
    @if (list().items.length === 0) {
      <p class="panel empty">{{ emptyText() }}</p>
    } @else {
      <ul [attr.aria-label]="heading()">
        @for (session of list().items; track session.id) {
          <li><pl-session-row [session]="session" /></li>
        }
      </ul>
    }
    @if (list().endCursor !== null) {
      <button plButton type="button" [attr.aria-disabled]="isLoading()" (click)="showMore()">
        {{ isLoading() ? 'Loading…' : 'Show more' }}
      </button>
    }
    <pl-live-region [message]="news()" />
  `,
  styleUrl: './session-list-panel.css',
})
export class SessionListPanel {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly heading = input.required<string>();
  readonly list = input.required<SessionList<Card>>();
  readonly emptyText = input('');
  readonly isLoading = input(false);
  readonly more = output();

  /** How many sessions were shown when more were asked for. */
  private readonly shownBefore = signal<number | null>(null);
  private readonly added = computed(() => {
    const before = this.shownBefore();
    return before === null || this.isLoading() ? 0 : this.list().items.length - before;
  });
  protected readonly news = computed(() => {
    const count = this.added();
    return count > 0 ? `${String(count)} more ${count === 1 ? 'session' : 'sessions'} shown` : '';
  });

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const isLastPage = this.added() > 0 && this.list().endCursor === null;
      untracked(() => {
        if (isLastPage) afterNextRender({ read: this.goOn.bind(this) }, { injector });
      });
    });
  }

  protected showMore(): void {
    if (this.isLoading()) return;
    this.shownBefore.set(this.list().items.length);
    this.more.emit();
  }

  /** With the last page the button goes; the keyboard goes on at the first session that is new. */
  private goOn(): void {
    const { activeElement } = this.host.ownerDocument;
    if (activeElement !== this.host.ownerDocument.body) return;
    const rows = this.host.querySelectorAll('li');
    rows[this.shownBefore() ?? 0]?.querySelector('a')?.focus({ preventScroll: true });
  }
}
