import { Component, inject } from '@angular/core';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import type { MissedPart } from '../domain/missed';
import { RoomPanels } from '../room-panels';
import { WhileGone } from './while-gone';

/** Who comes back is told once what they missed, and gets there with one press. */
@Component({
  selector: 'pl-gone-card',
  imports: [Button, Icon],
  template: `
    <div role="status">
      @if (gone.lines(); as lines) {
        @if (lines.length > 0) {
          <section class="panel" aria-labelledby="gone-title">
            <h2 id="gone-title">While you were gone</h2>
            <ul>
              @for (line of lines; track line.text) {
                <li>
                  <button plButton size="small" type="button" (click)="go(line.part)">
                    {{ line.text }} <pl-icon name="chevron-right" />
                  </button>
                </li>
              }
            </ul>
            <button plButton look="quiet" size="small" type="button" (click)="gone.forget()">
              Got it
            </button>
          </section>
        }
      }
    </div>
  `,
  styleUrl: './gone-card.css',
})
export class GoneCard {
  private readonly panels = inject(RoomPanels);
  protected readonly gone = inject(WhileGone);

  protected go(part: MissedPart): void {
    this.panels.tab.set(part);
    this.panels.isOpen.set(true);
    this.gone.forget();
  }
}
