import { Component, computed, inject, input } from '@angular/core';
import { BoardCommands } from '../board-commands';
import { BoardTools } from '../board-tools';
import { type Viewer, describeBoard, describeShape } from '../domain/describe';
import type { Shape } from '../domain/shape';
import { WhiteboardStore } from '../whiteboard-store';

/** Everything that is on the board, in words; choosing one goes to it. */
@Component({
  selector: 'pl-board-list',
  template: `
    <p class="count">{{ words() }}</p>
    <ul>
      @for (shape of store.shapes(); track shape.id) {
        <li>
          <button
            class="item"
            type="button"
            [attr.aria-current]="tools.current() === shape.id"
            (click)="go(shape)"
          >
            {{ nameOf(shape) }}
          </button>
        </li>
      }
    </ul>
  `,
  styleUrl: './board-list.css',
  host: { class: 'panel', role: 'region', 'aria-label': 'Objects' },
})
export class BoardList {
  private readonly commands = inject(BoardCommands);
  protected readonly store = inject(WhiteboardStore);
  protected readonly tools = inject(BoardTools);

  readonly viewer = input.required<Viewer>();

  protected readonly words = computed(() => describeBoard(this.store.shapes()));

  protected nameOf(shape: Shape): string {
    return describeShape(shape, this.viewer());
  }

  protected go(shape: Shape): void {
    this.commands.goTo(shape);
  }
}
