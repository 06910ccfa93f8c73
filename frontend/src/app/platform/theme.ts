import { DOCUMENT, Service, inject, signal } from '@angular/core';
import { BrowserStorage } from './storage';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'theme';

/** Light, dark or as the system has it; remembered in this browser. */
@Service()
export class ThemeChoice {
  private readonly storage = inject(BrowserStorage);
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly chosen = signal<Theme>(readTheme(this.storage.read(key)));

  readonly theme = this.chosen.asReadonly();

  constructor() {
    this.show();
  }

  choose(theme: Theme): void {
    this.chosen.set(theme);
    this.storage.write(key, theme);
    this.show();
  }

  private show(): void {
    this.root.dataset['theme'] = this.chosen();
  }
}

function readTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? 'system';
}
