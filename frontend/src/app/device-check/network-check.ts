import { Component, inject } from '@angular/core';
import { Badge } from '../ui/badge/badge';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { NetworkStore } from './network-store';

/** The way to the media server, part by part: what was found, in figures and words, and what to do. */
@Component({
  selector: 'pl-network-check',
  imports: [Badge, Button, Icon],
  templateUrl: './network-check.html',
  styleUrl: './network-check.css',
})
export class NetworkCheck {
  protected readonly network = inject(NetworkStore);
}
