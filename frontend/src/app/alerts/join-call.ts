import { Component, ElementRef, computed, effect, inject, input } from '@angular/core';
import { ServerClock } from '../platform/server-clock';
import { urgencyAt } from './domain/urgency';

/**
 * Around a join button: it glows from five minutes before the start on, flashes once a second in the
 * last minute, and the page goes there.
 */
@Component({
  selector: 'pl-join-call',
  template: '<ng-content />',
  styleUrl: './join-call.css',
  host: { '[attr.data-urgency]': 'urgency()' },
})
export class JoinCall {
  private readonly clock = inject(ServerClock);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly startsAt = input.required<number>();
  /** Nobody who is in has to be called. */
  readonly isCalling = input(true);

  protected readonly urgency = computed(() =>
    this.isCalling() ? urgencyAt(this.startsAt(), this.clock.time()) : 'calm',
  );
  private readonly isLast = computed(() => this.urgency() === 'last');

  constructor() {
    effect(() => {
      if (this.isLast()) this.comeIntoView();
    });
  }

  /** Smoothly, unless the person wishes that nothing moves. */
  private comeIntoView(): void {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.element.scrollIntoView({ block: 'center', behavior: isStill ? 'instant' : 'smooth' });
  }
}

export { callText } from './domain/alert-words';
export { urgencyAt } from './domain/urgency';
