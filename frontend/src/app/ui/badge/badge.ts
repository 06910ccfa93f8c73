import { Component, input } from '@angular/core';

/** A word on how something stands. */
@Component({
  selector: 'pl-badge',
  template: '<ng-content />',
  styleUrl: './badge.css',
  host: { '[attr.data-tone]': 'tone()', '[attr.data-dot]': 'hasDot() || null' },
})
export class Badge {
  readonly tone = input<'good' | 'warn' | 'bad' | 'calm' | 'accent'>('calm');
  readonly hasDot = input(false);
}
