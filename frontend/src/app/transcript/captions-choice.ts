import { Service, inject, signal } from '@angular/core';
import { BrowserStorage } from '../platform/storage';

/** Whether this person wants to read what is said, over the picture; remembered in this browser. */
@Service()
export class CaptionsChoice {
  private readonly storage = inject(BrowserStorage);
  private readonly choice = signal(this.storage.read('captions') === true);

  readonly isOn = this.choice.asReadonly();

  toggle(): void {
    this.choice.update((isOn) => !isOn);
    this.storage.write('captions', this.choice());
  }
}
