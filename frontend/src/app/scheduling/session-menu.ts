import {
  type ComponentRef,
  Component,
  ViewContainerRef,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { SessionCardFragment } from '../session/session-operations';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';

/** What can be done with a session. What opens is loaded when it is asked for. */
@Component({
  selector: 'pl-session-menu',
  imports: [Button, Icon],
  template: `
    <button
      #trigger
      plButton
      look="quiet"
      size="small"
      type="button"
      aria-haspopup="menu"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-label]="'Options for ' + session().title"
      (click)="toggle()"
    >
      <pl-icon name="more" />
    </button>
    <ng-container #place />
    @if (problem()) {
      <span class="visually-hidden" role="alert">{{ problem() }}</span>
    }
  `,
  styles: `
    :host {
      position: relative;
      display: inline-block;
    }

    :host:has([aria-expanded='true']) {
      z-index: 3;
    }
  `,
})
export class SessionMenu {
  private readonly place = viewChild.required('place', { read: ViewContainerRef });
  private opened: ComponentRef<unknown> | null = null;

  readonly session = input.required<SessionCardFragment>();

  protected readonly isOpen = signal(false);
  protected readonly problem = signal('');

  protected async toggle(): Promise<void> {
    if (this.isOpen()) {
      this.close();
      return;
    }
    this.isOpen.set(true);
    this.problem.set('');
    try {
      const { SessionOptions } = await import('./session-options/session-options');
      const options = this.place().createComponent(SessionOptions);
      options.setInput('session', this.session());
      options.instance.closed.subscribe(() => {
        this.close();
      });
      this.opened = options;
    } catch {
      this.isOpen.set(false);
      this.problem.set('Unable to connect. Try again.');
    }
  }

  private close(): void {
    this.opened?.destroy();
    this.opened = null;
    this.isOpen.set(false);
  }
}
