import { Component, computed, inject } from '@angular/core';
import { Button } from '../../ui/button/button';
import { RoomBoard } from './room-board';

/** The other one is at the whiteboard: one press, and one sees it. */
@Component({
  selector: 'pl-board-invitation',
  imports: [Button],
  template: `
    <div role="status">
      @if (words(); as text) {
        <div class="panel card">
          <p>{{ text }}</p>
          <button plButton look="primary" size="small" type="button" (click)="board.open()">
            Open
          </button>
          <button plButton look="quiet" size="small" type="button" (click)="board.door.waveAway()">
            Not now
          </button>
        </div>
      }
    </div>
  `,
  styleUrl: '../stage/question-card.css',
})
export class BoardInvitation {
  protected readonly board = inject(RoomBoard);

  protected readonly words = computed(() => {
    const name = this.board.otherName();
    switch (this.board.door.invitation()) {
      case 'opened':
        return `${name} opened the whiteboard`;
      case 'draws':
        return `${name} draws on the whiteboard`;
      case null:
        return null;
    }
  });
}
