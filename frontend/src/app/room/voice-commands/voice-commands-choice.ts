import { Service, inject, signal } from '@angular/core';
import { BrowserStorage } from '../../platform/storage';

/** Whether this person wants to be heard by the room itself; off at first, remembered in this browser. */
@Service()
export class VoiceCommandsChoice {
  private readonly storage = inject(BrowserStorage);
  private readonly choice = signal(this.storage.read('voice-commands') === true);

  readonly isOn = this.choice.asReadonly();

  turn(isOn: boolean): void {
    this.choice.set(isOn);
    this.storage.write('voice-commands', isOn);
  }
}
