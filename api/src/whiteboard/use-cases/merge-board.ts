import type { Clock } from '../../platform/clock.ts';
import { tidyDrawings } from '../drawing.ts';
import type { BoardStore } from '../store/board-store.ts';

/** Makes one snapshot of what is older, so that a board is small and quick to load however long it is drawn on. */
export class MergeBoard {
  constructor(
    private readonly boards: BoardStore,
    private readonly clock: Clock,
  ) {}

  /** Everything up to `upTo`, or everything that there is. Says whether there was something to merge. */
  async run(sessionId: string, upTo = Infinity): Promise<boolean> {
    const whole = await this.boards.whole(sessionId);
    const place = Math.min(upTo, whole.lastSeq);
    if (place <= whole.snapshotSeq) return false;
    // What is kept is never changed, so it is put together without a lock.
    const older = whole.updates.filter(({ seq }) => seq <= place);
    const snapshot = tidyDrawings(older.map(({ content }) => content));
    const merged = { upTo: place, snapshot, at: this.clock.now() };
    return await this.boards.merge(sessionId, whole, merged);
  }
}
