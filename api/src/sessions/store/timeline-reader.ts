import type { Database } from '../../platform/database/database.ts';
import {
  type ConsentKind,
  consentEventTypes,
  isOfRecording,
  type EndReason,
  type LeaveReason,
  type SessionEventType,
  type SessionOutcome,
  sideEventTypes,
} from '../domain/session-event.ts';
import type { IssueKind } from '../domain/tech-issue.ts';
import { SessionEventEntity } from './session-event-entity.ts';

/** One turn in the life of a session: a plan, a coming, a going, a failure, a recovery, an end. */
export interface TimelineRecord {
  readonly seq: number;
  readonly type: SessionEventType;
  readonly personId: string | null;
  readonly at: number;
  /** When the server heard of it. */
  readonly recordedAt: number;
  /** The media server's name of the connection that it is about. */
  readonly connection: string | null;
  readonly leaveReason: LeaveReason | null;
  readonly endReason: EndReason | null;
  readonly outcome: SessionOutcome | null;
  /** What failed for the person, or works again. */
  readonly issue: TimelineIssue | null;
  /** What the person said yes or no to. */
  readonly consent: ConsentKind | null;
  /** Why a part of the recording failed. */
  readonly recordingReason: string | null;
}

interface TimelineIssue {
  readonly kind: IssueKind;
  readonly detail: string | null;
  /** How long it lasted; null where it begins. */
  readonly durationMs: number | null;
}

interface Payload {
  readonly sid?: string;
  readonly reason?: string;
  readonly outcome?: SessionOutcome;
  readonly kind?: IssueKind | ConsentKind;
  readonly detail?: string | null;
  readonly durationMs?: number;
}

/** What was said, written and done in the session is no part of how it went. */
const leftOut = sideEventTypes.filter(
  (type) => !isOfIssue(type) && !isOfConsent(type) && !isOfRecording(type),
);

/** Reads how a session went, without what was said or written in it. */
export class TimelineReader {
  constructor(private readonly database: Database) {}

  /** So many turns behind place `seq` of the log, in order. */
  async after(sessionId: string, seq: number, first: number): Promise<readonly TimelineRecord[]> {
    const events = await this.database
      .fork()
      .find(
        SessionEventEntity,
        { sessionId, seq: { $gt: seq }, type: { $nin: leftOut } },
        { orderBy: { seq: 'asc' }, limit: first, disableIdentityMap: true },
      );
    const names = await this.namesOf(sessionId, events);
    return events.map((event) => timelineRecord(event, names));
  }

  /** A leave may be told without a name; who it was stands where the connection joined. */
  private async namesOf(
    sessionId: string,
    events: readonly SessionEventEntity[],
  ): Promise<ReadonlyMap<string, string>> {
    const isNameless = events.some(({ type, personId }) => isOfConnection(type) && !personId);
    if (!isNameless) return new Map();
    const joins = await this.database
      .fork()
      .find(
        SessionEventEntity,
        { sessionId, type: 'CONNECTION_JOINED' },
        { disableIdentityMap: true },
      );
    return new Map(
      joins.flatMap(({ personId, payload }) => {
        const { sid } = payload as Payload;
        return sid !== undefined && personId !== null ? [[sid, personId] as const] : [];
      }),
    );
  }
}

function isOfConnection(type: SessionEventType): boolean {
  return type.startsWith('CONNECTION_');
}

function timelineRecord(
  { seq, type, personId, at, recordedAt, payload }: SessionEventEntity,
  names: ReadonlyMap<string, string>,
): TimelineRecord {
  const { sid } = payload as Payload;
  const named = sid === undefined ? undefined : names.get(sid);
  return {
    ...{ seq, type, at, recordedAt },
    personId: personId ?? named ?? null,
    connection: isOfConnection(type) && sid !== undefined ? sid : null,
    ...reasonsOf(type, payload),
    issue: issueOf(type, payload),
    recordingReason: type === 'RECORDING_FAILED' ? ((payload as Payload).reason ?? null) : null,
    consent: isOfConsent(type) ? ((payload as Payload).kind as ConsentKind) : null,
  };
}

function isOfIssue(type: SessionEventType): boolean {
  return type === 'TECH_ISSUE' || type === 'TECH_ISSUE_OVER';
}

function isOfConsent(type: SessionEventType): boolean {
  return consentEventTypes.some((one) => one === type);
}

function issueOf(type: SessionEventType, payload: Payload): TimelineIssue | null {
  const { kind, detail = null, durationMs } = payload;
  if (!isOfIssue(type) || kind === undefined) return null;
  return { kind: kind as IssueKind, detail, durationMs: durationMs ?? null };
}

function reasonsOf(
  type: SessionEventType,
  payload: Payload,
): Pick<TimelineRecord, 'leaveReason' | 'endReason' | 'outcome'> {
  const { reason = null, outcome = null } = payload;
  const none = { leaveReason: null, endReason: null, outcome: null };
  if (type === 'CONNECTION_LEFT') return { ...none, leaveReason: reason as LeaveReason | null };
  if (type !== 'SESSION_ENDED') return none;
  return { ...none, endReason: reason as EndReason | null, outcome };
}
