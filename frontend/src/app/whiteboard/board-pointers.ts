import { Service, inject } from '@angular/core';
import { BoardTools } from './board-tools';
import type { Point } from './domain/geometry';
import {
  type Contact,
  type Pointers,
  dragged,
  lifted,
  noPointers,
  pinchOf,
  pressed,
  roleOf,
} from './domain/pointers';
import { isFigure } from './domain/new-shape';
import { toBoard } from './domain/view';
import { drawFigure, erase, pick } from './gestures';
import { type Gesture, Hand, type HandPoint } from './hand';
import { drawStroke } from './stroke-gesture';
import { WhiteboardStore } from './whiteboard-store';

/** Turns what touches the screen into what a hand does on the board. */
@Service({ autoProvided: false })
export class BoardPointers {
  private readonly tools = inject(BoardTools);
  private readonly hand = new Hand(inject(WhiteboardStore), this.tools);
  private pointers = noPointers;
  private gesture: Gesture | null = null;

  press(event: PointerEvent, at: Point): void {
    const before = this.pointers;
    this.pointers = pressed(before, contactOf(event, at, this.tools.tool() === 'hand'));
    const isTakenOver = before.held.some(
      ({ id, role }) => role === 'tool' && roleOf(this.pointers, id) !== 'tool',
    );
    if (isTakenOver) this.giveUp();
    if (roleOf(this.pointers, event.pointerId) !== 'tool') return;
    this.gesture = this.begin(this.pointOf(event, at));
  }

  drag(event: PointerEvent, at: Point, where: (part: PointerEvent) => Point): void {
    const before = this.pointers;
    this.pointers = dragged(before, event.pointerId, at);
    switch (roleOf(before, event.pointerId)) {
      case 'tool':
        this.moveGesture(event, where);
        return;
      case 'pan': {
        const from = before.held.find(({ id }) => id === event.pointerId)?.at ?? at;
        this.tools.pan(at.x - from.x, at.y - from.y);
        return;
      }
      case 'pinch':
        this.pinch(before);
        return;
      case 'ignored':
    }
  }

  lift(event: PointerEvent): void {
    const isTool = roleOf(this.pointers, event.pointerId) === 'tool';
    this.pointers = lifted(this.pointers, event.pointerId);
    if (!isTool) return;
    const { gesture } = this;
    this.gesture = null;
    gesture?.end();
  }

  /** The browser took the touch away, or Escape was pressed. */
  cancel(event?: PointerEvent): void {
    if (event && roleOf(this.pointers, event.pointerId) !== 'tool') {
      this.pointers = lifted(this.pointers, event.pointerId);
      return;
    }
    if (event) this.pointers = lifted(this.pointers, event.pointerId);
    this.giveUp();
  }

  /** A browser tells of several places at once where the hand is quick. */
  private moveGesture(event: PointerEvent, where: (part: PointerEvent) => Point): void {
    const parts = event.getCoalescedEvents();
    for (const part of parts.length > 0 ? parts : [event]) {
      this.gesture?.move(this.pointOf(part, where(part)));
    }
  }

  private pinch(before: Pointers): void {
    const [from, to] = [pinchOf(before), pinchOf(this.pointers)];
    if (from && to) this.tools.pinch(from, to);
  }

  private giveUp(): void {
    const { gesture } = this;
    this.gesture = null;
    gesture?.cancel();
  }

  private begin(start: HandPoint): Gesture {
    const { hand } = this;
    const tool = this.tools.tool();
    if (tool === 'pen' || tool === 'highlighter') return drawStroke(hand, tool, start);
    if (tool === 'text' || tool === 'note') return this.write(tool, start);
    if (tool === 'eraser') return erase(hand, start);
    return isFigure(tool) ? drawFigure(hand, tool, start) : pick(hand, start);
  }

  /** A text begins where the finger is lifted, so that the keyboard of the screen comes up. */
  private write(kind: 'text' | 'note', { at }: HandPoint): Gesture {
    return {
      move: () => undefined,
      end: () => {
        this.tools.writing.set({ id: null, kind, at });
      },
      cancel: () => undefined,
    };
  }

  private pointOf(event: PointerEvent, at: Point): HandPoint {
    return {
      at: toBoard(this.tools.view(), at),
      // A mouse says 0.5 while it is pressed, and some fingers say 0.
      pressure: event.pointerType === 'pen' ? event.pressure : 0.5,
      time: event.timeStamp,
      isShift: event.shiftKey,
      isCoarse: event.pointerType === 'touch',
    };
  }
}

const middleButton = 1;

function contactOf(event: PointerEvent, at: Point, isHandTool: boolean): Contact {
  const { pointerId: id, pointerType, button } = event;
  const kind = pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse';
  return { id, kind, at, isForPanning: isHandTool || button === middleButton };
}
