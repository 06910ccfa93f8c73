import { Component, input, output } from '@angular/core';
import { Button } from '../../ui/button/button';
import type { Card } from '../../session/session-lists';
import type { SessionList } from '../../session/session-lists';
import { SessionRow } from './session-row';

/** A list of sessions, a page at a time. */
@Component({
  selector: 'pl-session-list',
  imports: [Button, SessionRow],
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
      <button plButton type="button" [disabled]="isLoading()" (click)="more.emit()">
        {{ isLoading() ? 'Loading…' : 'Show more' }}
      </button>
    }
  `,
  styleUrl: './session-list-panel.css',
})
export class SessionListPanel {
  readonly heading = input.required<string>();
  readonly list = input.required<SessionList<Card>>();
  readonly emptyText = input('');
  readonly isLoading = input(false);
  readonly more = output();
}
