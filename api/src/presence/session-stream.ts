import { notFound } from '../platform/graphql/errors.ts';
import { NextHint } from '../platform/streams/next-hint.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { SessionSnapshot } from '../sessions/session-snapshot.ts';
import type { EventRecord, Sessions } from '../sessions/sessions.ts';

export interface StreamRequest {
  readonly sessionId: string;
  /** The last place in the log that the client has; `null`: it begins with what is now. */
  readonly after: number | null;
  readonly signal: AbortSignal;
}

/** An event and the session that contains it; no event where only the presence of pages has changed. */
export interface SessionChange {
  readonly event: EventRecord | null;
  readonly snapshot: SessionSnapshot;
}

const pageSize = 200;
/** A hint that was lost is made good after this time. */
const recheckMs = 5000;

/** Follows sessions: first what was missed, then what happens, each event once and in order. */
export class SessionStream {
  constructor(
    private readonly sessions: Sessions,
    private readonly wakeUps: WakeUps,
  ) {}

  async *changes({ sessionId, after, signal }: StreamRequest): AsyncGenerator<SessionChange> {
    const hints = this.wakeUps.listen(`session:${sessionId}`, signal);
    const hint = new NextHint(hints, recheckMs, signal);
    let snapshot = await this.read(sessionId);
    let position = after ?? snapshot.lastSeq;
    try {
      if (after === null) yield { event: null, snapshot };
      do {
        const events = await this.sessions.events.after(sessionId, position, pageSize);
        const before = snapshot;
        snapshot = await this.read(sessionId);
        for (const event of events) {
          position = event.seq;
          yield { event, snapshot };
        }
        if (events.length === 0 && arePagesChanged(before, snapshot)) {
          yield { event: null, snapshot };
        }
        if (events.length === pageSize) continue;
        if (!(await hint.orTimeout())) return;
      } while (!signal.aborted);
    } finally {
      await hint.stop();
    }
  }

  private async read(sessionId: string): Promise<SessionSnapshot> {
    const snapshot = await this.sessions.reader.byId(sessionId);
    if (!snapshot) throw notFound();
    return snapshot;
  }
}

function arePagesChanged(before: SessionSnapshot, after: SessionSnapshot): boolean {
  return [...before.attending].sort().join() !== [...after.attending].sort().join();
}
