import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import {
  areIssuesHeard,
  type IssueEvent,
  type IssueReport,
  issueEvents,
  issueFault,
} from '../domain/tech-issue.ts';
import type { SessionMeter } from '../session-meter.ts';
import { readIssue } from '../store/issue-reader.ts';
import type { OpenLog } from '../store/open-log.ts';
import type { SessionLog } from '../store/session-log.ts';

export interface OwnIssue extends IssueReport {
  readonly sessionId: string;
  readonly personId: string;
}

export type IssueAnswer = 'KEPT' | 'ENDED' | { readonly fault: keyof IssueReport };

export interface ReportIssueOptions {
  readonly log: SessionLog;
  readonly meter: SessionMeter;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Keeps what failed for a person, and that it works again: in the session's log, in the program's, and counted. */
export class ReportIssue {
  constructor(private readonly options: ReportIssueOptions) {}

  async run(report: OwnIssue): Promise<IssueAnswer> {
    const fault = issueFault(report, this.options.clock.now());
    if (fault) return { fault };
    const kept = await this.options.log.change(report.sessionId, (log) => note(log, report));
    if (!kept) return 'ENDED';
    for (const event of kept) this.tell(report.sessionId, event);
    return 'KEPT';
  }

  private tell(sessionId: string, event: IssueEvent): void {
    const { meter, logger } = this.options;
    const { type, personId, at, payload } = event;
    const fields = { sessionId, personId, at: new Date(at).toISOString(), ...payload };
    if (type === 'TECH_ISSUE') {
      meter.issueBegan(payload.kind);
      logger.warn(fields, 'tech issue');
    } else {
      meter.issueOver(payload.kind, event.payload.durationMs);
      logger.info(fields, 'tech issue over');
    }
  }
}

async function note(log: OpenLog, report: OwnIssue): Promise<readonly IssueEvent[] | null> {
  if (!areIssuesHeard(log.session.actualEnd, log.now)) return null;
  const { personId, issueId } = report;
  const known = await readIssue(log, personId, issueId);
  const events = issueEvents(known, report, personId, log.now);
  for (const event of events) log.note(event);
  return events;
}
