import {
  DOCUMENT,
  DestroyRef,
  Service,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { interval, startWith, take } from 'rxjs';
import { MediaStore } from '../../media/media-store';
import { SessionStore } from '../../session/session-store';
import { BoardDoor } from '../../whiteboard/board-door';

interface Point {
  readonly x: number;
  readonly y: number;
}

const restMs = 4000;
/** The line that carries words stands a little after the other one is seen; a word before it is lost. */
const againMs = 2000;
const mostTimes = 10;

/** The whiteboard in the room: open or closed, and where the other one points at on it. */
@Service({ autoProvided: false })
export class RoomBoard {
  private readonly media = inject(MediaStore);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  private readonly pointed = signal<Point | null>(null);
  private resting: ReturnType<typeof setTimeout> | undefined;
  readonly door = inject(BoardDoor);

  readonly otherPoint = this.pointed.asReadonly();
  readonly otherName = computed(() => this.session.other()?.person.displayName ?? '');
  readonly place = computed(() => {
    const session = this.session.session();
    const selfId = this.session.self()?.person.id;
    if (!session || selfId === undefined) return null;
    return { sessionId: session.id, selfId, heading: session.title };
  });

  private readonly isHeard = computed(() => this.media.peer()?.isListening ?? false);
  /** The other one has said that they know of it. */
  private readonly isKnown = signal(false);

  constructor() {
    effect(() => {
      const place = this.place();
      if (place) this.door.watch(place.sessionId, place.selfId);
    });
    effect(() => {
      // Whoever comes, or comes back, while it is open is told as well.
      if (!this.isHeard() || !this.door.isShown()) this.isKnown.set(false);
    });
    effect((onCleanup) => {
      if (!this.isHeard() || !this.door.isShown() || this.isKnown()) return;
      const telling = interval(againMs).pipe(startWith(0), take(mostTimes));
      const told = untracked(() =>
        telling.subscribe(() => {
          this.say('opened');
        }),
      );
      onCleanup(() => {
        told.unsubscribe();
      });
    });
    const hearing = this.media.heard.subscribe(({ topic, text }) => {
      if (topic === 'board') this.hear(text === 'opened');
      if (topic === 'board-known') this.isKnown.set(true);
      if (topic === 'board-cursor') this.show(pointOf(text));
    });
    inject(DestroyRef).onDestroy(() => {
      hearing.unsubscribe();
      clearTimeout(this.resting);
    });
  }

  open(): void {
    if (this.door.isShown()) return;
    this.door.open();
  }

  close(): void {
    if (!this.door.isShown()) return;
    this.door.close();
    this.say('closed');
    this.document.querySelector<HTMLElement>('pl-control[data-id=whiteboard] button')?.focus();
  }

  toggle(): void {
    if (this.door.isShown()) this.close();
    else this.open();
  }

  /** Tells the other one where we point at. */
  point({ x, y }: Point): void {
    this.media.tell('board-cursor', `${String(Math.round(x))} ${String(Math.round(y))}`, 'at-once');
  }

  private hear(isOpened: boolean): void {
    this.door.hear(isOpened);
    if (isOpened) this.media.tell('board-known', '', 'surely');
  }

  private say(word: 'opened' | 'closed'): void {
    this.media.tell('board', word, 'surely');
  }

  /** A pointer that rests is in the way. */
  private show(point: Point | null): void {
    this.pointed.set(point);
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.pointed.set(null);
    }, restMs);
  }
}

function pointOf(text: string): Point | null {
  const [x = NaN, y = NaN] = text.split(' ').map(Number);
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}
