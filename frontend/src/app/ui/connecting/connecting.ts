import { Component, input } from '@angular/core';

/** Something is on its way. The words are read out once; the dots only move. */
@Component({
  selector: 'pl-connecting',
  template: `
    <span class="orbit" aria-hidden="true"></span>
    <span class="words">{{ text() }}</span>
  `,
  styleUrl: './connecting.css',
  host: { role: 'status' },
})
export class Connecting {
  readonly text = input('Connecting…');
}
