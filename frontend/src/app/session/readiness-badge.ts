import { Component, computed, input } from '@angular/core';
import { Badge } from '../ui/badge/badge';
import { readinessText } from './domain/readiness-text';
import type { ParticipantPartsFragment } from './session-operations';

/** Whether the other one's devices work, once they have tried them. */
@Component({
  selector: 'pl-readiness-badge',
  imports: [Badge],
  template: `
    @if (words(); as words) {
      <pl-badge [tone]="words.tone" [hasDot]="true">{{ words.text }}</pl-badge>
    }
  `,
  styles: ':host { display: contents; }',
})
export class ReadinessBadge {
  readonly of = input.required<Pick<ParticipantPartsFragment, 'person' | 'readiness'>>();

  protected readonly words = computed(() => {
    const { person, readiness } = this.of();
    return readinessText(person.displayName, readiness);
  });
}
