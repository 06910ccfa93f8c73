import { Component, inject, input, output } from '@angular/core';
import { DeviceStore } from '../../media/device-store';
import { ControlButton } from './control-button';

/** What can be done in the room. */
@Component({
  selector: 'pl-controls',
  imports: [ControlButton],
  templateUrl: './controls.html',
  styleUrl: './controls.css',
  host: { role: 'toolbar', 'aria-label': 'Session controls' },
})
export class Controls {
  protected readonly devices = inject(DeviceStore);

  readonly unread = input(0);
  readonly isChatShown = input(false);
  readonly isTopicsShown = input(false);
  readonly isMentor = input(false);
  readonly chat = output();
  readonly topics = output();
  readonly leave = output();
  readonly end = output();
}
