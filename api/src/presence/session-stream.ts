import { BatchLoader } from '../platform/batch-loader.ts';
import type { Clock } from '../platform/clock.ts';
import { notFound } from '../platform/graphql/errors.ts';
import type { Hint } from '../platform/streams/news.ts';
import { readBehind } from '../platform/streams/read-behind.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { SessionSnapshot } from '../sessions/session-snapshot.ts';
import { EventRecord, isShown } from '../sessions/session-events.ts';
import type { Sessions } from '../sessions/sessions.ts';

export interface StreamRequest {
  readonly sessionId: string;
  /** The last place in the log that the client has; `null`: it begins with what is now. */
  readonly after: number | null;
  readonly signal: AbortSignal;
  /** Which events are told; all, where nothing is said. */
  readonly isTold?: (event: EventRecord) => boolean;
}

/** An event and the session that contains it; no event where only the presence of pages has changed. */
export interface SessionChange {
  readonly event: EventRecord | null;
  readonly snapshot: SessionSnapshot;
}

export interface SessionStreamOptions {
  readonly sessions: Pick<Sessions, 'events' | 'reader'>;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
}

/** Follows sessions: first what was missed, then what happens, each event once and in order. */
export class SessionStream {
  /** The two of a session hear of the same news, and are served by one read. */
  private readonly snapshots = new BatchLoader<string, SessionSnapshot>(async (ids) => {
    const found = await this.options.sessions.reader.byIds(ids);
    return new Map(found.map((snapshot) => [snapshot.id, snapshot]));
  });

  constructor(private readonly options: SessionStreamOptions) {}

  async *changes(request: StreamRequest): AsyncGenerator<SessionChange, void> {
    const { sessionId, after, signal, isTold = () => true } = request;
    const { wakeUps, sessions } = this.options;
    const hints = wakeUps.listen(`session:${sessionId}`, signal)[Symbol.asyncIterator]();
    const log = {
      readAfter: (place: number, first: number) => sessions.events.after(sessionId, place, first),
      positionOf: ({ seq }: EventRecord) => seq,
      isRow: (row: object) => row instanceof EventRecord,
    };
    try {
      let snapshot = await this.read(sessionId);
      let place = after ?? snapshot.lastSeq;
      let hint: Hint = after === null ? [] : null;
      if (after === null) yield { event: null, snapshot };
      while (!signal.aborted) {
        const { rows, position, isWhole } = await readBehind(place, hint, log);
        const before = snapshot;
        snapshot = await this.next(before, rows, hint);
        yield* changesOf(rows.filter(isTold), snapshot, before);
        place = position;
        if (!isWhole) continue;
        const heard = await hints.next();
        if (heard.done) return;
        hint = heard.value;
      }
    } finally {
      await hints.return?.();
    }
  }

  /** The session after the events; read again unless it is known to be as before. */
  private async next(
    before: SessionSnapshot,
    events: readonly EventRecord[],
    hint: Hint,
  ): Promise<SessionSnapshot> {
    if (hint === null || events.some(({ type }) => isShown(type))) {
      return await this.read(before.id);
    }
    const last = events.at(-1);
    return last ? { ...before, lastSeq: last.seq, now: this.options.clock.now() } : before;
  }

  private async read(sessionId: string): Promise<SessionSnapshot> {
    const snapshot = await this.snapshots.load(sessionId);
    if (!snapshot) throw notFound();
    return snapshot;
  }
}

function changesOf(
  events: readonly EventRecord[],
  snapshot: SessionSnapshot,
  before: SessionSnapshot,
): readonly SessionChange[] {
  if (events.length > 0) return events.map((event) => ({ event, snapshot }));
  const [here, wereHere] = [snapshot, before].map(({ attending }) => [...attending].sort().join());
  return here === wereHere ? [] : [{ event: null, snapshot }];
}
