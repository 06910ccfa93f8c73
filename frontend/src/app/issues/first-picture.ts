import { Service, inject } from '@angular/core';
import { GraphqlClient } from '../platform/graphql-client';
import { ServerClock } from '../platform/server-clock';
import { SessionStore } from '../session/session-store';
import { ReportFirstPictureDocument } from './issues-operations';

/** Measures how long a person waits for the first picture of the other, once for each time they join. */
@Service({ autoProvided: false })
export class FirstPicture {
  private readonly graphql = inject(GraphqlClient);
  private readonly clock = inject(ServerClock);
  private readonly session = inject(SessionStore);
  private since: number | null = null;

  /** The person wants in. */
  await(): void {
    this.since = this.clock.now();
  }

  /** There is nothing to wait for, or nobody looks: what comes says nothing of the way in. */
  giveUp(): void {
    this.since = null;
  }

  /** A picture of the other is on screen. */
  async seen(): Promise<void> {
    const [since, sessionId] = [this.since, this.session.session()?.id];
    this.since = null;
    if (since === null || sessionId === undefined) return;
    const waitedMs = Math.max(0, Math.round(this.clock.now() - since));
    try {
      await this.graphql.mutate(ReportFirstPictureDocument, { input: { sessionId, waitedMs } });
    } catch {
      // One measurement less.
    }
  }
}
