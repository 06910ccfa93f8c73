import {
  type ComponentRef,
  DestroyRef,
  Directive,
  ViewContainerRef,
  effect,
  inject,
  input,
  signal,
} from '@angular/core';
import type { SessionCardFragment } from '../session/session-operations';
import type { OptionsStage, SessionOptions } from './session-options/session-options';

/** Where the menu of a session or one of its dialogs opens. Their code is loaded when it is asked for. */
@Directive({ selector: '[plOptionsPlace]', exportAs: 'plOptionsPlace' })
export class OptionsPlace {
  private readonly place = inject(ViewContainerRef);
  private readonly shown = signal<ComponentRef<SessionOptions> | null>(null);
  private readonly opening = signal(false);
  private readonly failure = signal('');
  private isGone = false;

  readonly session = input.required<SessionCardFragment>({ alias: 'plOptionsPlace' });

  readonly isOpen = this.opening.asReadonly();
  readonly problem = this.failure.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.isGone = true;
    });
    effect(() => {
      this.shown()?.setInput('session', this.session());
    });
  }

  async open(stage: OptionsStage): Promise<void> {
    if (this.opening()) {
      this.close();
      return;
    }
    this.opening.set(true);
    this.failure.set('');
    try {
      const file = await import('./session-options/session-options');
      // Closed again, or gone with its page, before it was there.
      if (!this.opening() || this.isGone) return;
      const options = this.place.createComponent(file.SessionOptions);
      options.setInput('session', this.session());
      options.setInput('begin', stage);
      options.instance.closed.subscribe(() => {
        this.close();
      });
      this.shown.set(options);
    } catch {
      this.opening.set(false);
      this.failure.set('Unable to connect. Try again.');
    }
  }

  private close(): void {
    this.shown()?.destroy();
    this.shown.set(null);
    this.opening.set(false);
  }
}
