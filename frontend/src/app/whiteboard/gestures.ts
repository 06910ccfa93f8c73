import type { BoardTools } from './board-tools';
import { type Point, between, boundsOf, encloses, fitted, holds, moved } from './domain/geometry';
import { shapeAt, shapesAlong } from './domain/hit';
import { type DrawnKind, placeAround, placeBetween } from './domain/new-shape';
import { type Handle, frameOf, handlesOf, keepsRatio, redirected, resized } from './domain/resize';
import type { Place, Shape } from './domain/shape';
import { type Gesture, type HandPoint, type Hand, Pace } from './hand';

/** Draws an outline or a line from corner to corner; a mere tap puts one of the usual size. */
export function drawFigure(hand: Hand, kind: DrawnKind, start: HandPoint): Gesture {
  const { store, tools } = hand;
  const pace = new Pace();
  let id: string | null = null;
  let place: Place = placeBetween(kind, start.at, start.at, false);
  const commit = () => {
    if (id === null)
      id = store.add({ kind, place, ink: tools.ink(), thickness: tools.thickness() });
    else store.put(new Map([[id, { place }]]));
  };
  store.begin();
  return {
    move(point) {
      place = placeBetween(kind, start.at, point.at, point.isShift);
      if (pace.isDue(point.time)) commit();
      else if (id !== null) hand.preview(id, place);
    },
    end() {
      if (Math.hypot(place[2], place[3]) * tools.view().zoom < 5) {
        place = placeAround(kind, start.at);
      }
      commit();
      finish(tools, id);
    },
    cancel() {
      tools.preview.set(new Map());
      store.abandon();
    },
  };
}

/** What was put is taken in hand, to be moved or written upon. */
function finish(tools: BoardTools, id: string | null): void {
  tools.preview.set(new Map());
  tools.choose('select');
  if (id !== null) tools.select([id]);
}

/** Removes whatever it touches. */
export function erase({ store, tools }: Hand, start: HandPoint): Gesture {
  let last = start.at;
  const rub = (to: Point) => {
    const reach = 8 / tools.view().zoom;
    store.remove(shapesAlong(store.shapes(), last, to, reach).map(({ id }) => id));
    last = to;
  };
  store.begin();
  rub(start.at);
  return {
    move(point) {
      rub(point.at);
    },
    end() {
      rub(last);
    },
    cancel() {
      store.abandon();
    },
  };
}

/** Takes hold of what is there: a handle, a shape, or nothing, and then it catches with a frame. */
export function pick(hand: Hand, start: HandPoint): Gesture {
  const { tools } = hand;
  const reach = (start.isCoarse ? 16 : 8) / tools.view().zoom;
  const selected = tools.selected();
  const handle = handlesOf(selected).find(({ at }) => distance(at, start.at) <= reach * 1.4);
  if (handle) return reshape(hand, selected, handle.handle);
  const frame = frameOf(selected);
  const hit = shapeAt(tools.shapes(), start.at, reach);
  if (hit) take(tools, hit.id, start.isShift);
  else if (!frame || !holds(frame, start.at)) return catchAll(hand, start);
  return carry(hand, start);
}

/** Whoever takes one of several takes them all; with Shift it comes to them, or leaves them. */
function take(tools: BoardTools, id: string, isShift: boolean): void {
  if (isShift) tools.toggle(id);
  else if (!tools.selected().some((shape) => shape.id === id)) tools.select([id]);
}

function carry(hand: Hand, start: HandPoint): Gesture {
  const shapes = hand.tools.selected();
  const least = (start.isCoarse ? 6 : 3) / hand.tools.view().zoom;
  let isMoving = false;
  return change(hand, (point) => {
    isMoving ||= distance(start.at, point.at) > least;
    if (!isMoving) return null;
    const [dx, dy] = [point.at.x - start.at.x, point.at.y - start.at.y];
    return new Map(shapes.map((shape) => [shape.id, moved(shape, dx, dy)]));
  });
}

function reshape(hand: Hand, shapes: readonly Shape[], handle: Handle): Gesture {
  const from = frameOf(shapes);
  return change(hand, (point) => {
    const [only] = shapes;
    if (only && (handle === 'start' || handle === 'end')) {
      return new Map([[only.id, redirected(only, handle, point.at)]]);
    }
    if (!from) return null;
    const to = resized(from, handle, point.at, point.isShift || keepsRatio(shapes));
    return new Map(shapes.map((shape) => [shape.id, fitted(shape, from, to)]));
  });
}

/** Gives shapes other places while the hand moves: at once here, and for the other one now and then. */
function change(
  { store, tools, preview }: Hand,
  placesAt: (point: HandPoint) => ReadonlyMap<string, Place> | null,
): Gesture {
  const pace = new Pace();
  let places: ReadonlyMap<string, Place> | null = null;
  const commit = () => {
    if (places) store.put(new Map([...places].map(([id, place]) => [id, { place }])));
  };
  store.begin();
  return {
    move(point) {
      places = placesAt(point);
      if (!places) return;
      if (pace.isDue(point.time)) commit();
      for (const [id, place] of places) preview(id, place);
    },
    end() {
      commit();
      tools.preview.set(new Map());
    },
    cancel() {
      tools.preview.set(new Map());
      store.abandon();
    },
  };
}

function catchAll({ tools }: Hand, start: HandPoint): Gesture {
  if (!start.isShift) tools.select([]);
  const before = tools.selected().map(({ id }) => id);
  return {
    move(point) {
      const box = between(start.at, point.at);
      tools.lasso.set(box);
      const caught = tools.shapes().filter((shape) => encloses(box, boundsOf(shape)));
      tools.select([...new Set([...before, ...caught.map(({ id }) => id)])]);
    },
    end() {
      tools.lasso.set(null);
    },
    cancel() {
      tools.lasso.set(null);
    },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
