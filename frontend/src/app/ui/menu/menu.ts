import { Component, ElementRef, afterNextRender, inject, input, output } from '@angular/core';

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** A few commands that open below a button. The keyboard moves among them, Escape and Tab close. */
@Component({
  selector: 'pl-menu',
  template: '<ng-content />',
  styleUrl: './menu.css',
  host: {
    role: 'menu',
    '[attr.aria-label]': 'label()',
    '(keydown)': 'move($event)',
  },
})
export class Menu {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly label = input.required<string>();
  readonly dismissed = output();

  constructor() {
    afterNextRender(() => {
      this.items()[0]?.focus();
    });
  }

  protected move(event: KeyboardEvent): void {
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault();
      this.dismissed.emit();
      return;
    }
    const items = this.items();
    const index = items.findIndex((item) => item === event.target);
    const step = steps[event.key];
    if (!step || items.length === 0) return;
    event.preventDefault();
    items[step(index, items.length)]?.focus();
  }

  private items(): readonly HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }
}
