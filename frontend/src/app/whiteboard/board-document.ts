import * as Y from 'yjs';

type Raw = Readonly<Record<string, unknown>>;

/** Which shapes are not as they were, and whether another device changed them. */
export interface DocumentChange {
  readonly added: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly isRemote: boolean;
}

/** Where a change comes from: our own hand, or elsewhere. */
const own = { what: 'own' };
const elsewhere = { what: 'elsewhere' };

/** So many bytes are put in one update at the most, about; the server takes twice as much. */
const portion = 24 * 1024;

/** The document of a board: shapes by their identifiers, each a map of its own. */
export class BoardDocument {
  private readonly document = new Y.Doc();
  private readonly shapes = this.document.getMap<Y.Map<unknown>>('shapes');
  private readonly history = new Y.UndoManager(this.shapes, {
    trackedOrigins: new Set([own]),
    captureTimeout: Infinity,
  });
  /** Counts what a person does at one go. */
  private step = 0;
  private replayed: number | null = null;

  constructor(
    onChanged: (change: DocumentChange) => void,
    onUpdate: (update: Uint8Array) => void,
    /** There is more or less to undo or redo. */
    onSteps: () => void = () => undefined,
  ) {
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== elsewhere) onUpdate(update);
    });
    this.shapes.observeDeep((events, { origin }) => {
      onChanged({ ...changesIn(events), isRemote: origin === elsewhere });
    });
    this.history.on('stack-item-added', ({ stackItem }) => {
      stackItem.meta.set('step', this.replayed ?? this.step);
      onSteps();
    });
    this.history.on('stack-item-popped', onSteps);
    this.history.on('stack-cleared', onSteps);
  }

  get ids(): readonly string[] {
    return [...this.shapes.keys()];
  }

  get canUndo(): boolean {
    return this.history.undoStack.length > 0;
  }

  get canRedo(): boolean {
    return this.history.redoStack.length > 0;
  }

  /** A shape as it stands; `null` where it is gone. */
  read(id: string): Raw | null {
    const shape = this.shapes.get(id);
    return shape instanceof Y.Map ? shape.toJSON() : null;
  }

  /** What was drawn elsewhere, or here before. */
  take(update: Uint8Array): void {
    Y.applyUpdate(this.document, update, elsewhere);
  }

  /** What follows is undone at one go. */
  begin(): void {
    this.step++;
    this.history.stopCapturing();
  }

  add(id: string, raw: Raw): void {
    this.change(() => {
      const entries = Object.entries(raw).map(([key, value]): [string, unknown] => [
        key,
        key === 'points' ? Y.Array.from(value as number[]) : value,
      ]);
      this.shapes.set(id, new Y.Map(entries));
    });
  }

  /** Changes what is there; what the other one has removed meanwhile stays removed. */
  put(patches: ReadonlyMap<string, Raw>): void {
    this.change(() => {
      for (const [id, patch] of patches) {
        const shape = this.shapes.get(id);
        if (!(shape instanceof Y.Map)) continue;
        for (const [key, value] of Object.entries(patch)) shape.set(key, value);
      }
    });
  }

  /** Adds points to a stroke that is being drawn. */
  extend(id: string, points: readonly number[]): void {
    this.change(() => {
      const known = this.shapes.get(id)?.get('points');
      if (known instanceof Y.Array) known.push([...points]);
    });
  }

  /** Removes shapes, in portions that can be sent when they are brought back. */
  remove(ids: readonly string[]): void {
    for (const some of this.portions(ids)) {
      this.history.stopCapturing();
      this.change(() => {
        for (const id of some) this.shapes.delete(id);
      });
    }
  }

  undo(): void {
    this.replay(this.history.undoStack, () => this.history.undo());
  }

  redo(): void {
    this.replay(this.history.redoStack, () => this.history.redo());
  }

  /** Takes back what was just begun, as if it had never been. */
  abandon(): void {
    if (this.history.undoStack.at(-1)?.meta.get('step') !== this.step) return;
    this.undo();
    this.history.clear(false, true);
  }

  destroy(): void {
    this.history.destroy();
    this.document.destroy();
  }

  /** All portions of what was done at one go. */
  private replay(
    stack: readonly { readonly meta: ReadonlyMap<unknown, unknown> }[],
    turn: () => unknown,
  ): void {
    const step = stack.at(-1)?.meta.get('step');
    this.replayed = typeof step === 'number' ? step : null;
    try {
      while (stack.length > 0 && stack.at(-1)?.meta.get('step') === step) turn();
    } finally {
      this.replayed = null;
    }
  }

  private change(work: () => void): void {
    this.document.transact(work, own);
  }

  private portions(ids: readonly string[]): readonly (readonly string[])[] {
    const portions: string[][] = [];
    let room = 0;
    for (const id of ids) {
      const bytes = weightOf(this.shapes.get(id));
      if (bytes > room) {
        portions.push([]);
        room = portion;
      }
      room -= bytes;
      portions.at(-1)?.push(id);
    }
    return portions;
  }
}

/** All updates as one. */
export function mergedUpdates(updates: readonly Uint8Array[]): Uint8Array {
  return updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates([...updates]);
}

/** About how many bytes it takes to write a shape anew. */
function weightOf(shape: Y.Map<unknown> | undefined): number {
  const points = shape?.get('points');
  const text = shape?.get('text');
  const ofPoints = points instanceof Y.Array ? points.length * 3 : 0;
  return 250 + ofPoints + (typeof text === 'string' ? text.length * 3 : 0);
}

/** What is read of an event of Yjs. */
interface DeepEvent {
  readonly path: readonly (string | number)[];
  readonly changes: {
    readonly keys: ReadonlyMap<string, { readonly action: 'add' | 'update' | 'delete' }>;
  };
}

function changesIn(events: readonly DeepEvent[]): Omit<DocumentChange, 'isRemote'> {
  const [added, changed, removed] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const event of events) {
    const [id] = event.path;
    if (typeof id === 'string') changed.add(id);
    if (event.path.length > 0) continue;
    for (const [key, { action }] of event.changes.keys) {
      const which = { add: added, update: changed, delete: removed }[action];
      which.add(key);
    }
  }
  return { added, changed, removed };
}
