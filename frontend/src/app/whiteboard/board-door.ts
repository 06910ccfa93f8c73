import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { Subscription } from 'rxjs';
import { instantOf } from '../platform/clock';
import { GraphqlClient } from '../platform/graphql-client';
import { ServerClock } from '../platform/server-clock';
import { WhiteboardNewsDocument } from './board-news-operations';

/** What the other one does with the whiteboard. */
export type BoardStir = 'opened' | 'draws';

/**
 * Whether the whiteboard is open here, and whether the other one is at it. It knows nothing of what is
 * drawn, so that the board itself is loaded only where somebody opens it.
 */
@Service({ autoProvided: false })
export class BoardDoor {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly isOpen = signal(false);
  private readonly hasBeenOpen = signal(false);
  private readonly stir = signal<BoardStir | null>(null);
  private readonly isWaved = signal(false);
  private following: Subscription | undefined;
  private sessionId = '';
  private cursor: string | null = null;

  readonly isShown = this.isOpen.asReadonly();
  /** From the first time on it stays, so that what is undone and seen there stays too. */
  readonly wasOpened = this.hasBeenOpen.asReadonly();
  /** What the other one does at it, while it is closed here. */
  readonly otherAt = computed(() => (this.isOpen() ? null : this.stir()));
  /** The same as an invitation, until it is waved away. */
  readonly invitation = computed(() => (this.isWaved() ? null : this.otherAt()));

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.following?.unsubscribe();
    });
  }

  /** Hears from now on when the other one draws. */
  watch(sessionId: string, selfId: string): void {
    if (this.sessionId === sessionId) return;
    this.sessionId = sessionId;
    const since = this.clock.now();
    this.following?.unsubscribe();
    this.following = this.graphql
      .follow(WhiteboardNewsDocument, () => ({ sessionId, after: this.cursor }))
      .subscribe({
        next: ({ whiteboardUpdates: { cursor, drawnAt, author } }) => {
          this.cursor = cursor;
          const isNews = author !== null && author.id !== selfId && instantOf(drawnAt) >= since;
          if (isNews) this.stir.update((known) => known ?? 'draws');
        },
        // Whoever opens the board is told there what is wrong.
        error: () => undefined,
      });
  }

  open(): void {
    this.isOpen.set(true);
    this.hasBeenOpen.set(true);
    this.stir.set(null);
  }

  close(): void {
    this.isOpen.set(false);
    this.stir.set(null);
  }

  /** The other one has opened it, or closed it. It may be told more than once. */
  hear(isOpened: boolean): void {
    if (isOpened && this.stir() !== 'opened') this.isWaved.set(false);
    this.stir.set(isOpened ? 'opened' : null);
  }

  waveAway(): void {
    this.isWaved.set(true);
  }
}
