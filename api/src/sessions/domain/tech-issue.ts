export type IssueKind =
  'MEDIA_CONNECTION' | 'NO_MEDIA' | 'BACKUP_SERVER' | 'SOCKET' | 'DEVICE' | 'BANDWIDTH' | 'JOIN';

/** Something that went wrong, as the person's page names it. */
interface IssuePayload {
  issueId: string;
  kind: IssueKind;
  /** A code that says more, such as `CAMERA_IN_USE`. */
  detail: string | null;
}

/** What a page says of something that went wrong. */
export interface IssueReport extends Readonly<IssuePayload> {
  readonly startedAt: number;
  /** How long it lasted; null while it lasts, and where it was a matter of an instant. */
  readonly durationMs: number | null;
}

/** What of an issue the log holds already. */
export interface KnownIssue {
  readonly hasBegun: boolean;
  readonly isOver: boolean;
}

export type IssueEvent =
  | IssueHappened<'TECH_ISSUE', IssuePayload>
  | IssueHappened<'TECH_ISSUE_OVER', IssuePayload & { durationMs: number }>;

interface IssueHappened<Type extends string, Payload> {
  readonly type: Type;
  readonly personId: string;
  readonly at: number;
  readonly payload: Readonly<Payload>;
}

/** Pages tell late what happened while they were cut off, but not later than this. */
const oldestMs = 24 * 60 * 60_000;

/** Letters that can be neither a name nor a sentence. */
const code = /^[A-Z][A-Z0-9_]{0,39}$/;

/** Which part of a report is not possible; null where all is well. */
export function issueFault(report: IssueReport, now: number): keyof IssueReport | null {
  const { detail, startedAt, durationMs } = report;
  if (detail !== null && !code.test(detail)) return 'detail';
  if (startedAt < now - oldestMs) return 'startedAt';
  const isLong = durationMs !== null && (durationMs < 0 || durationMs > oldestMs);
  return isLong ? 'durationMs' : null;
}

/** Whether issues of a session are still heard of; `endedAt` is null until the end. */
export function areIssuesHeard(endedAt: number | null, now: number): boolean {
  return endedAt === null || now < endedAt + oldestMs;
}

/**
 * What a report adds to the log: that it began, that it is over, both or nothing, so that each is there
 * once however often it is told. Nothing happens later than now, whatever the page's clock says.
 */
export function issueEvents(
  known: KnownIssue,
  { issueId, kind, detail, startedAt, durationMs }: IssueReport,
  personId: string,
  now: number,
): readonly IssueEvent[] {
  const payload = { issueId, kind, detail };
  const began = Math.min(startedAt, now);
  const events: IssueEvent[] = [];
  if (!known.hasBegun) events.push({ type: 'TECH_ISSUE', personId, at: began, payload });
  if (!known.isOver && durationMs !== null) {
    const at = Math.min(began + durationMs, now);
    events.push({ type: 'TECH_ISSUE_OVER', personId, at, payload: { ...payload, durationMs } });
  }
  return events;
}
