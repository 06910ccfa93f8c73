import { expectAccessible } from '../testing/accessibility';
import { leo, mia } from '../testing/builders';
import { Scene } from '../testing/scene';
import { type Screen, show, textOf } from '../testing/screen';
import { BoardDocument, mergedUpdates } from './board-document';
import { toBase64, fromBase64 } from './bytes';
import { Whiteboard } from './whiteboard';
import { WhiteboardView } from './whiteboard-view';
import {
  DrawOnWhiteboardDocument,
  WhiteboardDocument,
  WhiteboardUpdatesDocument,
} from './whiteboard-operations';

const none = () => undefined;
const stroke = [
  [50, 60],
  [90, 100],
] as const;
const rectangle = { kind: 'rectangle', place: [20, 20, 100, 60], ink: 'red', z: 1 };

/** What somebody else has drawn, as an update. */
function drawn(...shapes: readonly (readonly [string, Readonly<Record<string, unknown>>])[]) {
  const updates: Uint8Array[] = [];
  const document = new BoardDocument(none, (update) => updates.push(update));
  for (const [id, shape] of shapes) document.add(id, { by: mia.id, ...shape });
  return mergedUpdates(updates);
}

describe('Whiteboard', () => {
  let scene: Scene;

  beforeEach(() => {
    scene = new Scene();
    start(null);
    scene.graphql.answer(DrawOnWhiteboardDocument, ({ input }) => ({
      drawOnWhiteboard: { __typename: 'WhiteboardUpdate' as const, id: input.updateId },
    }));
  });

  /** The board as the server has it. */
  function start(state: Uint8Array | null): void {
    const whiteboard = { state: state && toBase64(state), cursor: 'cursor-1' };
    scene.graphql.answer(WhiteboardDocument, () => ({ session: { id: 's', whiteboard } }));
  }

  async function open(): Promise<Screen<Whiteboard>> {
    const screen = await show(Whiteboard, {
      ...{ sessionId: 'session-1', selfId: leo.id },
      ...{ otherName: 'Mia', heading: 'Fractions' },
    });
    screen.root.style.cssText = 'position: fixed; inset: 0; inline-size: 800px; block-size: 600px';
    await screen.settle();
    await new Promise(requestAnimationFrame);
    await screen.settle();
    return screen;
  }

  function sheetOf(screen: Screen<Whiteboard>): HTMLElement {
    return screen.get('application', 'Whiteboard');
  }

  function namesOn(screen: Screen<Whiteboard>): readonly string[] {
    return [...screen.root.querySelectorAll('g[role=img]')].map(
      (one) => one.getAttribute('aria-label') ?? '',
    );
  }

  /** The other one draws. */
  async function arrive(screen: Screen<Whiteboard>, update: Uint8Array): Promise<void> {
    const whiteboardUpdates = { update: toBase64(update), cursor: 'cursor-2' };
    scene.graphql.stream(WhiteboardUpdatesDocument).push({ whiteboardUpdates });
    await screen.settle();
  }

  /** Draws from point to point of the sheet. */
  async function drag(
    screen: Screen<Whiteboard>,
    points: readonly (readonly [number, number])[],
    init: PointerEventInit = {},
  ): Promise<void> {
    const sheet = sheetOf(screen);
    sheet.setPointerCapture = none;
    const { left, top } = sheet.getBoundingClientRect();
    const tell = (type: string, [x, y]: readonly [number, number] = [0, 0]) => {
      const at = { clientX: left + x, clientY: top + y, pointerId: 1, button: 0, bubbles: true };
      sheet.dispatchEvent(new PointerEvent(type, { ...at, cancelable: true, ...init }));
    };
    tell('pointerdown', points[0]);
    for (const point of points.slice(1)) tell('pointermove', point);
    tell('pointerup', points.at(-1));
    await screen.settle();
  }

  /** Everything that went out, as a board. */
  function sent(): readonly string[] {
    const document = new BoardDocument(none, none);
    for (const { input } of scene.graphql.calls(DrawOnWhiteboardDocument)) {
      document.take(fromBase64(input.update));
    }
    return document.ids;
  }

  it('ROOM-17 shows what is there and what the other one draws, in words too', async () => {
    start(drawn(['a', rectangle]));
    const screen = await open();
    expect(namesOn(screen)).toEqual(['Rectangle, red, by Mia']);
    await arrive(screen, drawn(['b', { kind: 'text', place: [0, 0, 20, 0], text: 'x = 3', z: 2 }]));
    expect(namesOn(screen)[1]).toBe('Text “x = 3”, by Mia');
    await screen.press('button', 'Objects');
    await screen.press('button', 'Text “x = 3”, by Mia');
    expect(sheetOf(screen).getAttribute('aria-activedescendant')).toBe('shape-b');
    await expectAccessible(screen);
  });

  it('ROOM-17 draws with each tool, and sends it', async () => {
    const screen = await open();
    await drag(screen, [
      [50, 60],
      [90, 100],
      [140, 70],
    ]);
    await screen.press('button', 'Highlighter');
    await drag(screen, [
      [50, 160],
      [140, 160],
    ]);
    await screen.key(sheetOf(screen), 'r');
    await drag(screen, [
      [200, 60],
      [300, 120],
    ]);
    expect(namesOn(screen)).toEqual([
      ...['Drawing, by you', 'Highlight, by you', 'Rectangle, by you'],
    ]);
    await screen.until(() => sent().length === 3 && screen.text.includes('Saved'));
  });

  it('ROOM-17 offers to undo and to redo where there is something', async () => {
    const screen = await open();
    const offered = () =>
      ['Undo', 'Redo'].map(
        (name) => screen.get('button', name).getAttribute('aria-disabled') === 'false',
      );
    expect(offered()).toEqual([false, false]);
    await drag(screen, stroke);
    expect(offered()).toEqual([true, false]);
    await screen.press('button', 'Undo');
    expect(offered()).toEqual([false, true]);
    await screen.press('button', 'Redo');
    expect(offered()).toEqual([true, false]);
  });

  it('ROOM-17 moves, resizes and removes by keyboard, and undoes it', async () => {
    start(drawn(['a', rectangle]));
    const screen = await open();
    const sheet = sheetOf(screen);
    const box = () => {
      const rect = screen.root.querySelector('g[role=img] rect');
      return ['x', 'y', 'width', 'height'].map((name) => Number(rect?.getAttribute(name)));
    };
    await screen.key(sheet, 'PageDown');
    await screen.key(sheet, 'ArrowRight');
    await screen.key(sheet, 'ArrowDown', { shiftKey: true });
    expect(box()).toEqual([24, 60, 100, 60]);
    await screen.key(sheet, 'ArrowRight', { ctrlKey: true });
    expect(box()).toEqual([24, 60, 104, 60]);
    await screen.key(sheet, 'Delete');
    expect(namesOn(screen)).toEqual([]);
    await screen.key(sheet, 'z', { ctrlKey: true });
    await screen.key(sheet, 'z', { ctrlKey: true });
    expect(box()).toEqual([24, 60, 100, 60]);
    await screen.key(sheet, 'y', { ctrlKey: true });
    expect(box()).toEqual([24, 60, 104, 60]);
  });

  it('ROOM-17 puts shapes and writes without a pointer', async () => {
    const screen = await open();
    await screen.key(sheetOf(screen), 'o');
    await screen.key(sheetOf(screen), 'Enter');
    expect(namesOn(screen)).toEqual(['Ellipse, by you']);
    await screen.key(sheetOf(screen), 't');
    await screen.key(sheetOf(screen), 'Enter');
    await screen.type('Text', 'x = 3');
    await screen.key(screen.field('Text'), 'p');
    await screen.key(screen.field('Text'), 'Escape');
    expect(namesOn(screen)).toEqual(['Ellipse, by you', 'Text “x = 3”, by you']);
    expect(document.activeElement).toBe(sheetOf(screen));
    await screen.key(sheetOf(screen), 'Enter');
    await screen.type('Text', '  ');
    await screen.key(screen.field('Text'), 'Escape');
    expect(namesOn(screen)).toEqual(['Ellipse, by you']);
  });

  it('ROOM-17 moves what is taken, erases what is touched, and Escape takes back', async () => {
    start(drawn(['a', rectangle]));
    const screen = await open();
    const edge = screen.root.querySelector('g[role=img] rect')?.getBoundingClientRect();
    const { left, top } = sheetOf(screen).getBoundingClientRect();
    const [x, y] = [(edge?.left ?? 0) - left, (edge?.top ?? 0) - top + 30];
    await screen.press('button', 'Select');
    await drag(screen, [
      [x, y],
      [x + 25, y + 20],
      [x + 50, y + 40],
    ]);
    expect(screen.root.querySelector('g[role=img] rect')?.getAttribute('x')).toBe('70');
    await screen.press('button', 'Eraser');
    await drag(screen, [
      [x - 20, y + 50],
      [x + 80, y + 50],
    ]);
    expect(namesOn(screen)).toEqual([]);
    await screen.press('button', 'Undo');
    expect(namesOn(screen).length).toBe(1);
  });

  it('ROOM-17 two fingers move and zoom, and leave no stroke', async () => {
    const screen = await open();
    const sheet = sheetOf(screen);
    sheet.setPointerCapture = none;
    const touch = (type: string, pointerId: number, clientX: number) => {
      const at = { clientX, clientY: 300, pointerId, pointerType: 'touch', bubbles: true };
      sheet.dispatchEvent(new PointerEvent(type, { ...at, cancelable: true }));
    };
    touch('pointerdown', 1, 300);
    touch('pointermove', 1, 310);
    touch('pointerdown', 2, 400);
    touch('pointermove', 2, 490);
    touch('pointerup', 1, 310);
    touch('pointerup', 2, 490);
    await screen.settle();
    expect(namesOn(screen)).toEqual([]);
    expect(screen.has('button', '200 %, show everything')).toBeTrue();
  });

  it('ROOM-17 asks before it clears for both', async () => {
    start(drawn(['a', rectangle]));
    const screen = await open();
    await screen.press('button', 'Clear the whiteboard');
    const dialog = screen.get('dialog', 'Clear the whiteboard?');
    expect(textOf(dialog)).toContain('You can undo it');
    await screen.press('button', 'Clear it');
    expect(namesOn(screen)).toEqual([]);
    await screen.press('button', 'Undo');
    expect(namesOn(screen)).toEqual(['Rectangle, red, by Mia']);
  });

  it('FAIL-8 keeps what cannot be sent, over a reload too, and sends it once', async () => {
    scene.graphql.refuse(DrawOnWhiteboardDocument, 'unreachable');
    const screen = await open();
    await drag(screen, stroke);
    await screen.until(() => scene.graphql.calls(DrawOnWhiteboardDocument).length > 0);
    screen.fixture.destroy();
    scene.graphql.answer(DrawOnWhiteboardDocument, ({ input }) => ({
      drawOnWhiteboard: { __typename: 'WhiteboardUpdate' as const, id: input.updateId },
    }));
    const later = await open();
    expect(namesOn(later)).toEqual(['Drawing, by you']);
    await later.until(() => later.text.includes('Saved'));
    expect(sent().length).toBe(1);
    expect(scene.storage.read('own.board-unsent.session-1')).toBeNull();
  });

  it('ROOM-17 shows the board as it is where something was refused, and says why', async () => {
    scene.graphql.answer(DrawOnWhiteboardDocument, () => ({
      drawOnWhiteboard: {
        __typename: 'WhiteboardFull' as const,
        message: 'The whiteboard is full. Remove something first.',
      },
    }));
    const screen = await open();
    await drag(screen, stroke);
    await screen.until(() => screen.has('alert'));
    expect(textOf(screen.get('alert'))).toBe('The whiteboard is full. Remove something first.');
    expect(namesOn(screen)).toEqual([]);
  });

  it('ROOM-17 goes on behind the last update after a broken connection', async () => {
    const screen = await open();
    await arrive(screen, drawn(['a', rectangle]));
    const stream = scene.graphql.stream(WhiteboardUpdatesDocument);
    stream.reconnect();
    expect(stream.asked.map(({ after }) => after)).toEqual(['cursor-1', 'cursor-2']);
  });

  it('ROOM-12 a finished board is looked at and saved; one that was emptied says so', async () => {
    const inputs = { sessionId: 'session-1', selfId: leo.id, otherName: 'Mia' };
    const empty = await show(WhiteboardView, inputs);
    expect(empty.text).toBe('It was wiped clean.');
    start(drawn(['a', rectangle]));
    const screen = await show(WhiteboardView, inputs);
    expect(screen.has('img', 'Rectangle, red, by Mia')).toBeTrue();
    expect(screen.has('button', 'Download as PNG')).toBeTrue();
    await expectAccessible(screen);
  });
});
