import { Component, input } from '@angular/core';

/** A person's picture, or their initials. The name stands beside it. */
@Component({
  selector: 'pl-avatar',
  template: `
    @if (picture(); as address) {
      <img [src]="address" alt="" />
    } @else {
      <span aria-hidden="true">{{ initials() }}</span>
    }
  `,
  styleUrl: './avatar.css',
  host: { '[attr.data-size]': 'size()' },
})
export class Avatar {
  readonly initials = input.required<string>();
  readonly picture = input<string | null>(null);
  readonly size = input<'tiny' | 'small' | 'medium' | 'large' | 'huge'>('medium');
}
