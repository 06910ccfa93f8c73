import { Component } from '@angular/core';

/** One command of a menu: a button or a link. */
@Component({
  selector: 'button[plMenuItem], a[plMenuItem]',
  template: '<ng-content />',
  styleUrl: './menu-item.css',
  host: { role: 'menuitem', tabindex: '-1' },
})
export class MenuItem {}
