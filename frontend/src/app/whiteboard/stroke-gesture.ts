import type { Point } from './domain/geometry';
import { strokePoint } from './domain/new-shape';
import { type Place, type Stroke, pointScale } from './domain/shape';
import { type Gesture, type Hand, type HandPoint, Pace } from './hand';

/** A longer stroke goes on as another one, so that each can be sent at one go. */
const mostPoints = 3000;

/** Draws with the pen or the highlighter. */
export function drawStroke(hand: Hand, kind: Stroke['kind'], start: HandPoint): Gesture {
  hand.store.begin();
  let part = new StrokePart(hand, kind, start);
  return {
    move(point) {
      part.add(point);
      if (part.count < mostPoints) return;
      part.commit();
      part = new StrokePart(hand, kind, point);
    },
    end() {
      part.commit();
      hand.tools.preview.set(new Map());
    },
    cancel() {
      hand.tools.preview.set(new Map());
      hand.store.abandon();
    },
  };
}

class StrokePart {
  private readonly pace = new Pace();
  private readonly points: number[] = [];
  private readonly place: Place;
  private id: string | null = null;
  private sent = 0;
  private last: Point;

  constructor(
    private readonly hand: Hand,
    private readonly kind: Stroke['kind'],
    private readonly start: HandPoint,
  ) {
    this.place = [start.at.x, start.at.y, pointScale, pointScale];
    this.last = start.at;
    this.points.push(...strokePoint(start.at, start.at, start.pressure));
    this.pace.isDue(start.time);
    this.commit();
  }

  get count(): number {
    return this.points.length / 3;
  }

  add(point: HandPoint): void {
    const { zoom } = this.hand.tools.view();
    const far = Math.hypot(point.at.x - this.last.x, point.at.y - this.last.y);
    if (far * zoom < 1) return;
    this.last = point.at;
    this.points.push(...strokePoint(this.start.at, point.at, point.pressure));
    if (this.pace.isDue(point.time)) this.commit();
    this.show();
  }

  /** Puts on the board what is not there yet. */
  commit(): void {
    const { store, tools } = this.hand;
    const fresh = this.points.slice(this.sent);
    this.sent = this.points.length;
    if (this.id === null) {
      const style = { ink: tools.ink(), thickness: tools.thickness() };
      this.id = store.add({ kind: this.kind, place: this.place, ...style, points: fresh });
    } else if (fresh.length > 0) {
      store.extend(this.id, fresh);
    }
  }

  private show(): void {
    const { store, tools } = this.hand;
    const shape = store.shapes().find(({ id }) => id === this.id);
    if (shape?.kind !== 'pen' && shape?.kind !== 'highlighter') return;
    tools.preview.set(new Map([[shape.id, { ...shape, points: [...this.points] }]]));
  }
}
