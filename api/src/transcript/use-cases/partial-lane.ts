import { isNewer, type Segment } from '../domain/segment.ts';
import { Repeat } from '../../platform/repeat.ts';

type Write = (sessionId: string, partials: readonly Segment[]) => Promise<void>;

interface Lane {
  readonly waiting: Map<string, Segment>;
  readonly writing: Repeat;
}

/**
 * Words that are not final, on their way to the database: one write at a time for each session. What
 * comes in the meantime waits, and of each segment only the newest: under load the older ones are
 * dropped, and nothing piles up.
 */
export class PartialLane {
  private readonly lanes = new Map<string, Lane>();

  constructor(private readonly write: Write) {}

  /** Resolves when these, or newer ones, are written. */
  async put(sessionId: string, partials: readonly Segment[]): Promise<void> {
    const lane = this.lanes.get(sessionId) ?? this.open(sessionId);
    for (const partial of partials) {
      const known = lane.waiting.get(partial.id);
      if (!known || isNewer(partial, known)) lane.waiting.set(partial.id, partial);
    }
    try {
      await lane.writing.run();
    } finally {
      if (lane.waiting.size === 0) this.lanes.delete(sessionId);
    }
  }

  private open(sessionId: string): Lane {
    const waiting = new Map<string, Segment>();
    const writing = new Repeat(async () => {
      const partials = [...waiting.values()];
      waiting.clear();
      if (partials.length > 0) await this.write(sessionId, partials);
    });
    const lane = { waiting, writing };
    this.lanes.set(sessionId, lane);
    return lane;
  }
}
