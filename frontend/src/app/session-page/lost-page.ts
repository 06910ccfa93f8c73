import { Component } from '@angular/core';
import { PageFault } from './page-fault/page-fault';

/** An address that leads nowhere. */
@Component({
  selector: 'pl-lost-page',
  imports: [PageFault],
  template: '<pl-page-fault fault="not-found" />',
  styles: ':host { display: contents; }',
})
export class LostPage {}
