import { Component } from '@angular/core';
import { TopBar } from '../../frame/top-bar';

/** The shape of the page before it is known what is on it. */
@Component({
  selector: 'pl-page-waiting',
  imports: [TopBar],
  template: `
    <pl-top-bar />
    <div class="page" role="status" aria-label="The session is loading">
      <div class="panel skeleton"></div>
      <div class="panel skeleton"></div>
    </div>
  `,
  styleUrl: './page-waiting.css',
})
export class PageWaiting {}
