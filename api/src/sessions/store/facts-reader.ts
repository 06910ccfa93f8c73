import type { Database, Prepared } from '../../platform/database/database.ts';
import type { ConsentPolicy, SessionStatus } from '../domain/session-event.ts';

/** What the lists' columns say of a session, without a look at its log. */
export interface SessionFacts {
  readonly sessionId: string;
  readonly title: string;
  readonly courseTitle: string;
  readonly keepsTranscript: boolean;
  readonly transcriptConsent: ConsentPolicy;
  readonly recordingConsent: ConsentPolicy;
  readonly mentorId: string;
  readonly learnerId: string;
  readonly status: SessionStatus;
  readonly startsAt: number;
  readonly actualStart: number | null;
  readonly actualEnd: number | null;
}

interface Row extends Omit<SessionFacts, 'startsAt' | 'actualStart' | 'actualEnd'> {
  readonly startsAt: string;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
}

const factsOf: Prepared = {
  name: 'session-facts',
  sql: `select s.id as "sessionId", s.title, c.title as "courseTitle",
      c.keeps_transcript as "keepsTranscript",
      c.transcript_consent as "transcriptConsent", c.recording_consent as "recordingConsent", s.mentor_id as "mentorId",
      s.learner_id as "learnerId", s.status, s.starts_at as "startsAt",
      s.actual_start as "actualStart", s.actual_end as "actualEnd"
    from session s join course c on c.id = s.course_id where s.id = any($1::uuid[])`,
};

/** Reads little of sessions, often. */
export class FactsReader {
  constructor(private readonly database: Database) {}

  async of(sessionId: string): Promise<SessionFacts | null> {
    return (await this.ofMany([sessionId]))[0] ?? null;
  }

  /** Those that exist, in no order. */
  async ofMany(sessionIds: readonly string[]): Promise<readonly SessionFacts[]> {
    const rows = await this.database.run<Row>(factsOf, [[...sessionIds]]);
    return rows.map((row) => ({
      ...row,
      startsAt: Date.parse(row.startsAt),
      actualStart: row.actualStart === null ? null : Date.parse(row.actualStart),
      actualEnd: row.actualEnd === null ? null : Date.parse(row.actualEnd),
    }));
  }
}
