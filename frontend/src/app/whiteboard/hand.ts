import type { BoardTools } from './board-tools';
import type { Point } from './domain/geometry';
import { type Place, laidOut } from './domain/shape';
import { measureText } from './measure-text';
import type { WhiteboardStore } from './whiteboard-store';

/** Where a hand is on the board. */
export interface HandPoint {
  readonly at: Point;
  readonly pressure: number;
  /** In milliseconds; only differences mean something. */
  readonly time: number;
  readonly isShift: boolean;
  /** A finger, which does not meet a point as a mouse does. */
  readonly isCoarse: boolean;
}

/** What a hand does from touching the board until it is lifted. */
export interface Gesture {
  move(point: HandPoint): void;
  end(): void;
  /** It was not meant so. */
  cancel(): void;
}

/** What gestures work with. */
export class Hand {
  constructor(
    readonly store: WhiteboardStore,
    readonly tools: BoardTools,
  ) {}

  /** Shows a shape here at another place, before the board has it there. */
  readonly preview = (id: string, place: Place): void => {
    const shape = this.store.shapes().find((one) => one.id === id);
    if (!shape) return;
    const isWords = shape.kind === 'text' || shape.kind === 'note';
    const words = isWords ? laidOut(shape.kind, place, shape.text, measureText) : {};
    this.tools.preview.update((shown) => new Map(shown).set(id, { ...shape, place, ...words }));
  };
}

const paceMs = 90;

/** Lets through what is to be told the other one, about ten times a second. */
export class Pace {
  private last = -Infinity;

  isDue(time: number): boolean {
    if (time - this.last < paceMs) return false;
    this.last = time;
    return true;
  }
}
