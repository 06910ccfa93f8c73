import { Component, inject } from '@angular/core';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { PushStore } from './push-store';

/** Offers to tell of the start on this device; shown by pages where a session is coming. */
@Component({
  selector: 'pl-notification-card',
  imports: [Button, Icon],
  templateUrl: './notification-card.html',
  styleUrl: './notification-card.css',
})
export class NotificationCard {
  protected readonly store = inject(PushStore);
}
