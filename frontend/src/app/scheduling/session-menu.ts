import { Component, computed, inject, input } from '@angular/core';
import { ViewerStore } from '../account/viewer-store';
import type { SessionCardFragment } from '../session/session-operations';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { OptionsPlace } from './options-place';

/** What can be done with a session, and the proposal that awaits an answer. */
@Component({
  selector: 'pl-session-menu',
  imports: [Button, Icon, OptionsPlace],
  template: `
    @if (proposal(); as text) {
      <button plButton size="small" type="button" (click)="place.open('proposal')">
        {{ text }}
      </button>
    }
    <button
      plButton
      look="quiet"
      size="small"
      type="button"
      aria-haspopup="menu"
      [attr.aria-expanded]="place.isOpen()"
      [attr.aria-label]="'Options for ' + session().title"
      (click)="place.open('menu')"
    >
      <pl-icon name="more" />
    </button>
    <ng-container [plOptionsPlace]="session()" #place="plOptionsPlace" />
    @if (place.problem(); as problem) {
      <span class="visually-hidden" role="alert">{{ problem }}</span>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: flex-end;
      gap: var(--space-2);
    }

    :host:has([aria-expanded='true']) {
      z-index: 3;
    }
  `,
  host: { '[attr.data-proposal]': "proposal() ? '' : null" },
})
export class SessionMenu {
  private readonly viewers = inject(ViewerStore);

  readonly session = input.required<SessionCardFragment>();

  protected readonly proposal = computed(() => {
    const by = this.session().rescheduleProposal?.by;
    if (!by) return '';
    return by.id === this.viewers.id()
      ? 'New time proposed'
      : `${by.displayName} proposes another time`;
  });
}
