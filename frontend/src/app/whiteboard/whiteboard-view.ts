import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import type { Subscription } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { Button } from '../ui/button/button';
import { BoardDocument } from './board-document';
import { type ExportKind, saveBoard } from './board-export';
import { fromBase64 } from './bytes';
import { describeBoard, describeShape } from './domain/describe';
import { boundsOf, grown, union } from './domain/geometry';
import { boardColours } from './domain/palette';
import { type Shape, readShape } from './domain/shape';
import { measureText } from './measure-text';
import { ShapeFigures } from './shape-figures';
import { WhiteboardDocument } from './whiteboard-operations';

/** What was drawn in a session, to look at and to save. */
@Component({
  selector: 'pl-whiteboard-view',
  imports: [Button, ShapeFigures],
  templateUrl: './whiteboard-view.html',
  styleUrl: './whiteboard-view.css',
})
export class WhiteboardView {
  private readonly graphql = inject(GraphqlClient);
  private readonly drawn = signal<readonly Shape[] | null>(null);
  private readonly failure = signal<string | null>(null);
  private asking: Subscription | undefined;

  readonly sessionId = input.required<string>();
  readonly selfId = input.required<string>();
  readonly otherName = input('');
  /** What files are called. */
  readonly heading = input('');

  protected readonly shapes = computed(() => this.drawn() ?? []);
  /** Whatever was drawn on it was taken away again. */
  protected readonly isEmpty = computed(() => this.drawn()?.length === 0);
  protected readonly problem = this.failure.asReadonly();
  protected readonly words = computed(() => describeBoard(this.shapes()));
  protected readonly viewBox = computed(() => {
    const { x, y, w, h } = grown(union(this.shapes().map(boundsOf)) ?? emptyBox, 24);
    return [x, y, w, h].join(' ');
  });

  constructor() {
    const { style } = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    for (const [name, value] of Object.entries(boardColours())) style.setProperty(name, value);
    effect(() => {
      const sessionId = this.sessionId();
      untracked(() => {
        this.ask(sessionId);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      this.asking?.unsubscribe();
    });
  }

  protected nameOf(shape: Shape): string {
    return describeShape(shape, { selfId: this.selfId(), otherName: this.otherName() });
  }

  protected async save(kind: ExportKind): Promise<void> {
    this.failure.set(null);
    try {
      await saveBoard(this.shapes(), this.heading(), kind);
    } catch {
      this.failure.set('The file could not be made. Try again.');
    }
  }

  private ask(sessionId: string): void {
    this.asking?.unsubscribe();
    this.asking = this.graphql
      .ask(WhiteboardDocument, { sessionId }, () => undefined)
      .subscribe({
        next: ({ session: { whiteboard } }) => {
          this.drawn.set(shapesIn(whiteboard.state));
        },
        error: () => {
          this.failure.set('The whiteboard cannot be loaded now. Reload the page.');
        },
      });
  }
}

const emptyBox = { x: 0, y: 0, w: 1, h: 1 };

function shapesIn(state: string | null): readonly Shape[] {
  if (state === null) return [];
  const none = () => undefined;
  const document = new BoardDocument(none, none);
  document.take(fromBase64(state));
  const shapes = document.ids.flatMap((id) => {
    const shape = readShape(id, document.read(id) ?? {}, measureText);
    return shape ? [shape] : [];
  });
  document.destroy();
  return shapes.toSorted((a, b) => a.z - b.z || (a.id < b.id ? -1 : 1));
}
