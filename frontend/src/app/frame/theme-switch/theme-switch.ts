import { Component, computed, inject } from '@angular/core';
import { type Theme, ThemeChoice, themes } from '../../platform/theme';
import { Icon } from '../../ui/icon/icon';
import type { IconName } from '../../ui/icon/icon-paths';

const looks: Readonly<Record<Theme, { readonly icon: IconName; readonly label: string }>> = {
  system: { icon: 'system', label: 'Theme: as the system' },
  light: { icon: 'sun', label: 'Theme: light' },
  dark: { icon: 'moon', label: 'Theme: dark' },
};

/** One button that goes round the themes and says which one it is. */
@Component({
  selector: 'pl-theme-switch',
  imports: [Icon],
  template: `
    <button type="button" [attr.aria-label]="look().label" [title]="look().label" (click)="goOn()">
      <pl-icon [name]="look().icon" />
    </button>
  `,
  styleUrl: './theme-switch.css',
})
export class ThemeSwitch {
  private readonly choice = inject(ThemeChoice);

  protected readonly look = computed(() => looks[this.choice.theme()]);

  protected goOn(): void {
    const place = themes.indexOf(this.choice.theme());
    this.choice.choose(themes[(place + 1) % themes.length] ?? 'system');
  }
}
