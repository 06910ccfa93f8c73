import { DestroyRef, Service, effect, inject, untracked } from '@angular/core';
import type { IssueKind } from '../graphql/schema-types';
import { isoOf } from '../platform/clock';
import { newId } from '../platform/ids';
import { ServerClock } from '../platform/server-clock';
import { SessionStore } from '../session/session-store';
import { type Condition, type OpenIssue, turnOf } from './domain/condition';
import { IssueOutbox } from './issue-outbox';

export type { Condition } from './domain/condition';

/** So long a failure is not told: a room that closes because the session is over looks like one for a moment. */
const patienceMs = 2000;

/** Tells the server what fails for this person in a session, and when it works again; provided by the page. */
@Service({ autoProvided: false })
export class IssueReporter {
  private readonly outbox = inject(IssueOutbox);
  private readonly clock = inject(ServerClock);
  private readonly session = inject(SessionStore);
  /** What has just begun, by its identifier. */
  private readonly untold = new Map<string, ReturnType<typeof setTimeout>>();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      for (const timer of this.untold.values()) clearTimeout(timer);
    });
  }

  /** Follows something that may fail, for as long as the caller lives. */
  watch(kind: IssueKind, condition: () => Condition): void {
    let open: OpenIssue | null = null;
    effect(() => {
      const now = condition();
      open = untracked(() => this.tell(kind, open, now));
    });
  }

  private tell(kind: IssueKind, before: OpenIssue | null, now: Condition): OpenIssue | null {
    const { open, over, begun } = turnOf(before, now, (detail) => ({
      ...{ issueId: newId(), detail },
      startedAt: this.clock.now(),
    }));
    if (before && before !== open) this.keepQuiet(before);
    if (over) this.put(kind, over, Math.max(0, Math.round(this.clock.now() - over.startedAt)));
    if (begun) this.tellSoon(kind, begun);
    return open;
  }

  private tellSoon(kind: IssueKind, begun: OpenIssue): void {
    const { issueId } = begun;
    const timer = setTimeout(() => {
      this.untold.delete(issueId);
      this.put(kind, begun, null);
    }, patienceMs);
    this.untold.set(issueId, timer);
  }

  /** What is over is told as such, if at all. */
  private keepQuiet({ issueId }: OpenIssue): void {
    clearTimeout(this.untold.get(issueId));
    this.untold.delete(issueId);
  }

  private put(kind: IssueKind, issue: OpenIssue, durationMs: number | null): void {
    const sessionId = this.session.session()?.id;
    if (sessionId === undefined) return;
    const { issueId, detail } = issue;
    const startedAt = isoOf(issue.startedAt);
    this.outbox.put({ sessionId, issueId, kind, detail, startedAt, durationMs });
  }
}
