import { Component, computed, input } from '@angular/core';
import { Badge } from '../ui/badge/badge';
import { type Presence, presenceWords } from './domain/presence-words';

export { missingText, roomWords } from './domain/presence-words';

/** Whether the other one is there. */
@Component({
  selector: 'pl-presence-badge',
  imports: [Badge],
  template: `<pl-badge [tone]="words().tone" [hasDot]="true">{{ words().text }}</pl-badge>`,
})
export class PresenceBadge {
  readonly presence = input.required<Presence>();

  protected readonly words = computed(() => presenceWords(this.presence()));
}
