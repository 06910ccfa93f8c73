import { Service, inject } from '@angular/core';
import { BoardTools } from './board-tools';
import { type Point, boundsOf, centreOf, fitted, moved } from './domain/geometry';
import { isFigure, placeAround } from './domain/new-shape';
import { frameOf } from './domain/resize';
import type { Place, Shape } from './domain/shape';
import type { Command } from './domain/tools';
import { toBoard } from './domain/view';
import { WhiteboardStore } from './whiteboard-store';

type Plain = Exclude<Command, { readonly tool: unknown } | { readonly dx: unknown }>['kind'];

/** Everything that is done to the board without a pointer: by keys, and by the buttons around it. */
@Service({ autoProvided: false })
export class BoardCommands {
  private readonly store = inject(WhiteboardStore);
  private readonly tools = inject(BoardTools);
  private readonly plain: Readonly<
    Record<Exclude<Plain, 'escape' | 'picture' | 'close'>, () => void>
  > = {
    undo: () => {
      this.store.undo();
    },
    redo: () => {
      this.store.redo();
    },
    remove: () => {
      this.removeSelected();
    },
    'select-all': () => {
      this.tools.choose('select');
      this.tools.select(this.store.shapes().map(({ id }) => id));
    },
    next: () => {
      this.step(1);
    },
    previous: () => {
      this.step(-1);
    },
    act: () => {
      this.act();
    },
    'zoom-in': () => {
      this.tools.zoom(1.25);
    },
    'zoom-out': () => {
      this.tools.zoom(0.8);
    },
    fit: () => {
      this.tools.fit();
    },
  };

  /** Whether it was done; what is not the board's business is left to others. */
  run(command: Command): boolean {
    switch (command.kind) {
      case 'tool':
        this.tools.choose(command.tool);
        return true;
      case 'nudge':
        return this.nudge(command.dx, command.dy);
      case 'stretch':
        return this.stretch(command.dx, command.dy);
      case 'escape':
        return this.escape();
      case 'picture':
      case 'close':
        // Both are for whoever shows the board.
        return false;
      default:
        this.plain[command.kind]();
        return true;
    }
  }

  removeSelected(): void {
    const ids = this.tools.selected().map(({ id }) => id);
    this.store.begin();
    this.store.remove(ids);
    this.tools.select([]);
  }

  clear(): void {
    this.store.begin();
    this.store.remove(this.store.shapes().map(({ id }) => id));
    this.tools.select([]);
  }

  /** Writes upon a text or note that is there. */
  edit(shape: Shape): boolean {
    if (shape.kind !== 'text' && shape.kind !== 'note') return false;
    const [x, y] = shape.place;
    this.tools.writing.set({ id: shape.id, kind: shape.kind, at: { x, y } });
    return true;
  }

  /** Goes to a shape and brings it into sight. */
  goTo(shape: Shape): void {
    this.tools.choose('select');
    this.tools.select([shape.id]);
    const { view, size } = this.tools;
    const { zoom, x, y } = view();
    const centre = centreOf(boundsOf(shape));
    const at = { x: (centre.x - x) * zoom, y: (centre.y - y) * zoom };
    const { w, h } = size();
    const isSeen = at.x > 0 && at.y > 0 && at.x < w && at.y < h;
    if (!isSeen) this.tools.pan(w / 2 - at.x, h / 2 - at.y);
  }

  private nudge(dx: number, dy: number): boolean {
    const selected = this.tools.selected();
    if (selected.length === 0) this.tools.pan(-dx * 8, -dy * 8);
    else this.place(selected, (shape) => moved(shape, dx, dy));
    return true;
  }

  private stretch(dx: number, dy: number): boolean {
    const selected = this.tools.selected();
    const frame = frameOf(selected);
    if (!frame) return false;
    const to = { ...frame, w: Math.max(8, frame.w + dx), h: Math.max(8, frame.h + dy) };
    this.place(selected, (shape) => fitted(shape, frame, to));
    return true;
  }

  private place(shapes: readonly Shape[], placeOf: (shape: Shape) => Place): void {
    this.store.begin();
    this.store.put(new Map(shapes.map((shape) => [shape.id, { place: placeOf(shape) }])));
  }

  private step(by: 1 | -1): void {
    const shapes = this.store.shapes();
    const at = shapes.findIndex(({ id }) => id === this.tools.current());
    const next = at === -1 && by === -1 ? shapes.length - 1 : at + by;
    const shape = shapes[(next + shapes.length) % shapes.length];
    if (shape) this.goTo(shape);
  }

  /** Writes upon what is selected; with another tool it puts what the tool draws in the middle. */
  private act(): void {
    const [only, ...more] = this.tools.selected();
    if (only && more.length === 0 && this.edit(only)) return;
    const tool = this.tools.tool();
    const at = this.middle();
    if (tool === 'text' || tool === 'note') this.tools.writing.set({ id: null, kind: tool, at });
    if (!isFigure(tool)) return;
    this.store.begin();
    const style = { ink: this.tools.ink(), thickness: this.tools.thickness() };
    const id = this.store.add({ kind: tool, place: placeAround(tool, at), ...style });
    this.tools.choose('select');
    this.tools.select([id]);
  }

  private escape(): boolean {
    if (this.tools.selected().length > 0) this.tools.select([]);
    else if (this.tools.tool() !== 'select') this.tools.choose('select');
    else return false;
    return true;
  }

  middle(): Point {
    return toBoard(this.tools.view(), this.tools.middle());
  }
}
