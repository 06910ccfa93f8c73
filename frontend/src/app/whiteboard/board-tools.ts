import { Service, computed, inject, linkedSignal, signal } from '@angular/core';
import { BrowserStorage } from '../platform/storage';
import { type Box, type Point, boundsOf, union } from './domain/geometry';
import { type Ink, type Shape, type Thickness, inks, thicknesses } from './domain/shape';
import type { Tool } from './domain/tools';
import {
  type Size,
  type Two,
  type View,
  fitting,
  panned,
  pinched,
  startView,
  zoomedAt,
} from './domain/view';
import { WhiteboardStore } from './whiteboard-store';

/** A text that is being written: one that is there already, or a new one at a place. */
export interface Writing {
  readonly id: string | null;
  readonly kind: 'text' | 'note';
  readonly at: Point;
}

const key = 'board-tools';
const toolsHeight = 56;

/** What one person holds and sees of the board; nobody else is told. */
@Service({ autoProvided: false })
export class BoardTools {
  private readonly store = inject(WhiteboardStore);
  private readonly storage = inject(BrowserStorage);
  private readonly held = signal<Tool>('pen');
  private readonly seen = signal<View>(startView);
  private readonly chosenInk = signal(remembered(this.storage.read(key), 'ink', inks));
  private readonly chosenWidth = signal(
    remembered(this.storage.read(key), 'thickness', thicknesses),
  );
  private readonly picked = signal<readonly string[]>([]);

  readonly tool = this.held.asReadonly();
  readonly view = this.seen.asReadonly();
  readonly ink = computed<Ink>(() => this.chosenInk() ?? 'ink');
  readonly thickness = computed<Thickness>(() => this.chosenWidth() ?? 'medium');
  /** How much of the screen the board has. */
  private readonly extent = signal<Size>({ w: 0, h: 0 });
  readonly size = this.extent.asReadonly();
  /** What a hand is just moving or drawing, as it is seen here before the board has it. */
  readonly preview = signal<ReadonlyMap<string, Shape>>(new Map());
  /** The frame with which several are caught. */
  readonly lasso = signal<Box | null>(null);
  readonly writing = signal<Writing | null>(null);

  readonly shapes = computed(() => {
    const preview = this.preview();
    if (preview.size === 0) return this.store.shapes();
    return this.store.shapes().map((shape) => preview.get(shape.id) ?? shape);
  });
  readonly selected = computed(() => {
    const picked = new Set(this.picked());
    return this.shapes().filter(({ id }) => picked.has(id));
  });
  /** Where the keyboard stands among the shapes. */
  readonly current = linkedSignal(() => this.selected().at(-1)?.id ?? null);

  choose(tool: Tool): void {
    this.held.set(tool);
    if (tool !== 'select') this.select([]);
  }

  select(ids: readonly string[]): void {
    this.picked.set(ids);
  }

  toggle(id: string): void {
    const picked = this.picked();
    this.select(picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id]);
  }

  /** The ink of what is drawn from now on, and of what is selected. */
  dip(ink: Ink): void {
    this.chosenInk.set(ink);
    this.restyle({ ink });
  }

  widen(thickness: Thickness): void {
    this.chosenWidth.set(thickness);
    this.restyle({ thickness });
  }

  pan(dx: number, dy: number): void {
    this.seen.update((view) => panned(view, dx, dy));
  }

  /** Around a point of the screen, or its middle. */
  zoom(factor: number, at: Point = this.middle()): void {
    this.seen.update((view) => zoomedAt(view, at, factor));
  }

  pinch(before: Two, after: Two): void {
    this.seen.update((view) => pinched(view, before, after));
  }

  /** All that is on the board comes into sight, above the tools. */
  fit(): void {
    const { w, h } = this.size();
    const room = { w, h: h > 3 * toolsHeight ? h - toolsHeight : h };
    this.seen.set(fitting(union(this.store.shapes().map(boundsOf)), room));
  }

  /** The screen was turned, or a panel opened: what was in the middle stays there. */
  resize(to: Size): void {
    const from = this.size();
    if (to.w === 0 || to.h === 0) return;
    this.extent.set(to);
    if (from.w > 0) this.pan((to.w - from.w) / 2, (to.h - from.h) / 2);
  }

  middle(): Point {
    const { w, h } = this.size();
    return { x: w / 2, y: h / 2 };
  }

  private restyle(style: { readonly ink: Ink } | { readonly thickness: Thickness }): void {
    this.storage.write(key, { ink: this.ink(), thickness: this.thickness() });
    const ids = this.selected().map(({ id }) => id);
    if (ids.length === 0) return;
    this.store.begin();
    this.store.put(new Map(ids.map((id) => [id, style])));
  }
}

function remembered<T extends string>(
  kept: unknown,
  name: string,
  known: readonly T[],
): T | undefined {
  const isKept = typeof kept === 'object' && kept !== null;
  const value: unknown = isKept ? Reflect.get(kept, name) : null;
  return known.find((one) => one === value);
}
