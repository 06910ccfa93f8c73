import {
  ApplicationRef,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { BoardCommands } from '../board-commands';
import { BoardPointers } from '../board-pointers';
import { BoardTools } from '../board-tools';
import { type Viewer, describeBoard, describeShape } from '../domain/describe';
import { type Point, boundsOf } from '../domain/geometry';
import { shapeAt } from '../domain/hit';
import { frameOf, handlesOf } from '../domain/resize';
import type { Shape } from '../domain/shape';
import { toBoard, toScreen } from '../domain/view';
import { ShapeFigures } from '../shape-figures';
import { WhiteboardStore } from '../whiteboard-store';
import { BoardEditor } from './board-editor';

const tellMs = 80;

/** The sheet itself: what is drawn, what is selected, and the hands above it. */
@Component({
  selector: 'pl-board-surface',
  imports: [BoardEditor, ShapeFigures],
  templateUrl: './board-surface.html',
  styleUrl: './board-surface.css',
})
export class BoardSurface {
  private readonly sheet = viewChild.required<ElementRef<SVGSVGElement>>('sheet');
  private readonly pointers = inject(BoardPointers);
  private readonly commands = inject(BoardCommands);
  private readonly app = inject(ApplicationRef);
  protected readonly store = inject(WhiteboardStore);
  protected readonly tools = inject(BoardTools);

  readonly viewer = input.required<Viewer>();
  readonly otherPoint = input<Point | null>(null);
  /** Where our own pointer is on the board, now and then. */
  readonly point = output<Point>();
  private toldAt = -Infinity;

  protected readonly transform = computed(() => {
    const { x, y, zoom } = this.tools.view();
    return `scale(${String(zoom)}) translate(${String(-x)} ${String(-y)})`;
  });
  /** Dots that move with the board, so that one sees how far it was moved. */
  protected readonly dots = computed(() => {
    const { x, y, zoom } = this.tools.view();
    let step = 24 * zoom;
    while (step < 14) step *= 2;
    const part = (at: number) => (((-at * zoom) % step) + step) % step;
    return { step, x: part(x), y: part(y) };
  });
  protected readonly words = computed(() => describeBoard(this.store.shapes()));
  protected readonly frames = computed(() => this.tools.selected().map(boundsOf));
  protected readonly frame = computed(() => frameOf(this.tools.selected()));
  protected readonly handles = computed(() => handlesOf(this.tools.selected()));
  protected readonly peerAt = computed(() => {
    const point = this.otherPoint();
    return point && toScreen(this.tools.view(), point);
  });

  constructor() {
    const resized = new ResizeObserver(() => {
      this.measure();
    });
    inject(DestroyRef).onDestroy(() => {
      resized.disconnect();
    });
    afterNextRender(() => {
      this.measure();
      resized.observe(this.sheet().nativeElement);
    });
  }

  focus(): void {
    this.sheet().nativeElement.focus({ preventScroll: true });
  }

  /** Where something of the screen is on the board. */
  boardAt(event: { readonly clientX: number; readonly clientY: number }): Point {
    return toBoard(this.tools.view(), this.at(event));
  }

  protected nameOf(shape: Shape): string {
    return describeShape(shape, this.viewer());
  }

  protected press(event: PointerEvent): void {
    if (event.button > 1) return;
    // Else the browser begins to scroll by the middle button, and takes the focus away from a text.
    event.preventDefault();
    this.focus();
    if (this.tools.writing()) return;
    this.sheet().nativeElement.setPointerCapture(event.pointerId);
    this.pointers.press(event, this.at(event));
  }

  protected drag(event: PointerEvent): void {
    this.pointers.drag(event, this.at(event), (part) => this.at(part));
    if (event.timeStamp - this.toldAt < tellMs) return;
    this.toldAt = event.timeStamp;
    this.point.emit(this.boardAt(event));
  }

  protected lift(event: PointerEvent): void {
    this.pointers.lift(event);
    // At once: a phone brings up its keyboard, and no letter is lost, only where the focus comes with the tap.
    if (this.tools.writing()) this.app.tick();
  }

  protected lose(event: PointerEvent): void {
    this.pointers.cancel(event);
  }

  /** Turning the wheel moves the board, with Control it zooms; so do two fingers on a touch pad. */
  protected turn(event: WheelEvent): void {
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 24 : 1;
    const [dx, dy] = [event.deltaX * lines, event.deltaY * lines];
    if (event.ctrlKey || event.metaKey) this.tools.zoom(Math.exp(-dy / 250), this.at(event));
    else if (event.shiftKey && dx === 0) this.tools.pan(-dy, 0);
    else this.tools.pan(-dx, -dy);
  }

  protected write(event: MouseEvent): void {
    const reach = 8 / this.tools.view().zoom;
    const shape = shapeAt(this.store.shapes(), this.boardAt(event), reach);
    if (this.tools.tool() === 'select' && shape) this.commands.edit(shape);
  }

  private at({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.sheet().nativeElement.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private measure(): void {
    const { clientWidth: w, clientHeight: h } = this.sheet().nativeElement;
    this.tools.resize({ w, h });
  }
}
