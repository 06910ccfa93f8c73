import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { type Subscription, switchMap, tap } from 'rxjs';
import { GraphqlClient } from '../platform/graphql-client';
import { type Fault, faultOf, isPassing } from '../platform/graphql-fault';
import { newId } from '../platform/ids';
import { PageLife } from '../platform/page-life';
import { SocketHealth } from '../platform/socket-health';
import { BrowserStorage } from '../platform/storage';
import { BoardDocument, type DocumentChange } from './board-document';
import { fromBase64, toBase64 } from './bytes';
import type { BoardNews } from './domain/describe';
import { type Shape, readShape } from './domain/shape';
import { measureText } from './measure-text';
import { type Parcel, UnsentUpdates } from './unsent-updates';
import {
  DrawOnWhiteboardDocument,
  WhiteboardDocument,
  WhiteboardUpdatesDocument,
} from './whiteboard-operations';

type Raw = Readonly<Record<string, unknown>>;

const batchMs = 100;
const retryMs = 3000;

/** The board of one session: what is on it, live, and what we draw, exactly once. */
@Service({ autoProvided: false })
export class WhiteboardStore {
  private readonly graphql = inject(GraphqlClient);
  private readonly storage = inject(BrowserStorage);
  private readonly drawn = signal<ReadonlyMap<string, Shape>>(new Map());
  private readonly failure = signal<Fault | null>(null);
  private readonly refusal = signal<string | null>(null);
  private readonly isWhole = signal(false);
  private readonly isSent = signal(true);
  private readonly isOnline = inject(SocketHealth).isConnected;
  private readonly steps = signal({ canUndo: false, canRedo: false });
  private readonly told = signal<BoardNews | null>(null);
  private document: BoardDocument | null = null;
  private unsent: UnsentUpdates | null = null;
  private place: { readonly sessionId: string; readonly selfId: string } | null = null;
  private cursor: string | null = null;
  private following: Subscription | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isClosed = false;

  /** In the order in which they lie upon each other. */
  readonly shapes = computed(() =>
    [...this.drawn().values()].toSorted((a, b) => a.z - b.z || (a.id < b.id ? -1 : 1)),
  );
  readonly fault = this.failure.asReadonly();
  /** Why the server would not take what was drawn last. */
  readonly problem = this.refusal.asReadonly();
  /** Whether all that was drawn before is shown. */
  readonly isLoaded = this.isWhole.asReadonly();
  /** How it stands with what was drawn here. */
  readonly saving = computed(() => {
    if (this.isSent()) return 'saved';
    return this.isOnline() ? 'saving' : 'offline';
  });
  readonly canUndo = computed(() => this.steps().canUndo);
  readonly canRedo = computed(() => this.steps().canRedo);
  /** What the other one did last. */
  readonly news = this.told.asReadonly();

  constructor() {
    const socket = inject(SocketHealth).connected.subscribe(() => {
      void this.send();
    });
    const leaving = inject(PageLife).leaves.subscribe(() => this.unsent?.keep());
    inject(DestroyRef).onDestroy(() => {
      socket.unsubscribe();
      leaving.unsubscribe();
      this.following?.unsubscribe();
      clearTimeout(this.timer);
      this.isClosed = true;
      this.unsent?.keep();
      void this.send();
      this.document?.destroy();
    });
  }

  /** Shows the board of a session and goes on following it. */
  open(sessionId: string, selfId: string): void {
    if (this.place?.sessionId === sessionId) return;
    this.place = { sessionId, selfId };
    this.unsent = new UnsentUpdates(this.storage, sessionId);
    const left = this.unsent.adopt();
    this.startOver();
    for (const update of left) this.document?.take(update);
    this.later(0);
  }

  /** After a fault: begins again where it stopped. */
  retry(): void {
    this.failure.set(null);
    this.follow();
  }

  /** What follows is one step for undo. */
  begin(): void {
    this.refusal.set(null);
    this.document?.begin();
  }

  add(raw: Raw): string {
    const id = newId();
    const highest = this.shapes().at(-1)?.z ?? 0;
    this.document?.add(id, { by: this.place?.selfId ?? '', z: highest + 1, ...raw });
    return id;
  }

  put(patches: ReadonlyMap<string, Raw>): void {
    this.document?.put(patches);
  }

  extend(id: string, points: readonly number[]): void {
    this.document?.extend(id, points);
  }

  remove(ids: readonly string[]): void {
    if (ids.length > 0) this.document?.remove(ids);
  }

  undo(): void {
    this.document?.undo();
  }

  redo(): void {
    this.document?.redo();
  }

  /** Takes back what was just begun. */
  abandon(): void {
    this.document?.abandon();
  }

  /** Throws away what is here and shows what the server has. */
  private startOver(): void {
    this.document?.destroy();
    this.document = new BoardDocument(
      (change) => {
        this.show(change);
      },
      (update) => {
        this.unsent?.add(update);
        this.isSent.set(false);
        this.later(batchMs);
      },
      () => {
        const { canUndo = false, canRedo = false } = this.document ?? {};
        this.steps.set({ canUndo, canRedo });
      },
    );
    this.steps.set({ canUndo: false, canRedo: false });
    this.drawn.set(new Map());
    this.cursor = null;
    this.isWhole.set(false);
    this.isSent.set(this.unsent?.isEmpty ?? true);
    this.follow();
  }

  private follow(): void {
    const { place } = this;
    if (!place) return;
    const { sessionId } = place;
    this.following?.unsubscribe();
    this.following = this.graphql
      .ask(WhiteboardDocument, { sessionId }, (fault) => {
        this.failure.set(fault);
      })
      .pipe(
        tap(({ session: { whiteboard } }) => {
          this.take(whiteboard.state, whiteboard.cursor);
          this.failure.set(null);
          this.isWhole.set(true);
          this.told.set(null);
        }),
        switchMap(() =>
          this.graphql.follow(WhiteboardUpdatesDocument, () => ({
            sessionId,
            after: this.cursor,
          })),
        ),
      )
      .subscribe({
        next: ({ whiteboardUpdates: { update, cursor } }) => {
          this.take(update, cursor);
        },
        error: (error: unknown) => {
          this.failure.set(faultOf(error));
        },
      });
  }

  private take(update: string | null, cursor: string): void {
    if (update !== null) this.document?.take(fromBase64(update));
    this.cursor = cursor;
  }

  private show({ added, changed, removed, isRemote }: DocumentChange): void {
    const { document } = this;
    if (!document) return;
    const shapes = new Map(this.drawn());
    const gone = [...removed].filter((id) => shapes.delete(id)).length;
    const shown: Shape[] = [];
    for (const id of new Set([...added, ...changed])) {
      const shape = readShape(id, document.read(id) ?? {}, measureText);
      if (shape) shapes.set(id, shape);
      else shapes.delete(id);
      if (shape && added.has(id)) shown.push(shape);
    }
    this.drawn.set(shapes);
    if (isRemote) this.told.set({ added: shown, changed: changed.size, removed: gone });
  }

  private later(ms: number): void {
    if (this.timer !== undefined || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.send();
    }, ms);
  }

  /** One parcel at a time, each until the server has it. */
  private async send(): Promise<void> {
    const { unsent } = this;
    if (this.isSending) unsent?.keep();
    if (this.isSending || !unsent) return;
    this.isSending = true;
    try {
      for (let parcel = unsent.next(); parcel; parcel = unsent.next()) {
        unsent.keep();
        if (!(await this.deliver(parcel))) break;
        if (this.timer !== undefined) break;
      }
    } finally {
      this.isSending = false;
      unsent.keep();
      this.isSent.set(unsent.isEmpty);
      if (!unsent.isEmpty) this.later(batchMs);
    }
  }

  /** Whether the next one may follow at once. */
  private async deliver({ id, update }: Parcel): Promise<boolean> {
    const sessionId = this.place?.sessionId ?? '';
    try {
      const input = { sessionId, updateId: id, update: toBase64(update) };
      const { drawOnWhiteboard } = await this.graphql.mutate(
        DrawOnWhiteboardDocument,
        { input },
        'repeatable',
      );
      this.unsent?.done(id);
      if (drawOnWhiteboard.__typename !== 'WhiteboardUpdate') {
        this.giveUp(drawOnWhiteboard.message);
        return false;
      }
      return true;
    } catch (error) {
      if (isPassing(faultOf(error))) this.later(retryMs);
      else this.giveUp('That could not be drawn.');
      return false;
    }
  }

  /** What follows rests upon what was refused, so the board is shown anew as the server has it. */
  private giveUp(message: string): void {
    this.unsent?.clear();
    this.startOver();
    this.refusal.set(message);
  }
}
