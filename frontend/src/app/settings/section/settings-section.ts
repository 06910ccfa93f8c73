import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';
import { type Section, Saving } from '../saving';

/** One part of the settings, with its heading and whether its last change is saved. */
@Component({
  selector: 'pl-settings-section',
  imports: [Icon],
  template: `
    <section class="panel" [attr.aria-labelledby]="headingId()">
      <header>
        <pl-icon [name]="icon()" />
        <h2 [id]="headingId()">{{ heading() }}</h2>
        <p role="status" [attr.data-fault]="said()?.isFault">
          @if (said(); as outcome) {
            @if (!outcome.isFault) {
              <pl-icon name="check" />
            }
            {{ outcome.words }}
          }
        </p>
      </header>
      <ng-content />
    </section>
  `,
  styleUrl: './settings-section.css',
})
export class SettingsSection {
  private readonly saving = inject(Saving);

  readonly name = input.required<Section | 'notifications'>();
  readonly heading = input.required<string>();
  readonly icon = input.required<IconName>();

  protected readonly headingId = computed(() => `settings-${this.name()}`);
  protected readonly said = computed(() => {
    const outcome = this.saving.outcome();
    return outcome?.section === this.name() ? outcome : null;
  });
}
