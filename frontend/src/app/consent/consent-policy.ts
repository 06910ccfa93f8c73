import { Component, computed, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { Consent } from './domain/consent-view';
import { policyText } from './domain/policy-text';

/** What is asked in the room, for who is about to enter it. */
@Component({
  selector: 'pl-consent-policy',
  imports: [Icon],
  template: `
    @if (text(); as text) {
      <p><pl-icon name="info" /> {{ text }}</p>
    }
  `,
  styles: `
    p {
      display: flex;
      gap: var(--space-2);
      color: var(--color-text-soft);
      font-size: var(--text-sm);
    }

    pl-icon {
      flex: none;
      margin-block-start: 0.2em;
    }
  `,
})
export class ConsentPolicy {
  readonly consents = input.required<readonly Consent[]>();
  protected readonly text = computed(() => policyText(this.consents()));
}
