import { Component, ElementRef, inject, input, model } from '@angular/core';

interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly badge: number;
  readonly badgeWord: string;
}

const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/** The tabs of a panel. Arrow keys, Home and End choose; the keyboard stops at the chosen one only. */
@Component({
  selector: 'pl-tab-list',
  template: `
    @for (tab of tabs(); track tab.id) {
      <button
        type="button"
        role="tab"
        [id]="'tab-' + tab.id"
        [attr.aria-selected]="chosen() === tab.id"
        [attr.aria-controls]="chosen() === tab.id ? 'tab-panel' : null"
        [tabIndex]="chosen() === tab.id ? 0 : -1"
        (click)="chosen.set(tab.id)"
        (keydown)="move($event, $index)"
      >
        {{ tab.label }}
        @if (tab.badge > 0) {
          <span class="count">
            {{ tab.badge > 99 ? '99+' : tab.badge
            }}<span class="visually-hidden"> {{ tab.badgeWord }}</span>
          </span>
        }
      </button>
    }
  `,
  styleUrl: './tab-list.css',
  host: { role: 'tablist', '[attr.aria-label]': 'label()' },
})
export class TabList<Id extends string> {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly label = input.required<string>();
  readonly tabs = input.required<readonly Tab<Id>[]>();
  readonly chosen = model.required<Id>();

  protected move(event: KeyboardEvent, index: number): void {
    const tabs = this.tabs();
    const next = tabs[steps[event.key]?.(index, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    this.chosen.set(next.id);
    this.host.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  }
}
