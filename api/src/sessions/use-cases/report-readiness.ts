import { type DeviceResults, isRepeated } from '../domain/readiness.ts';
import type { OpenLog } from '../store/open-log.ts';
import { readReadiness } from '../store/readiness-reader.ts';
import type { SessionLog } from '../store/session-log.ts';

export interface ReadinessReport extends DeviceResults {
  readonly sessionId: string;
  readonly personId: string;
}

export type ReportAnswer = 'REPORTED' | 'ENDED';

/** Keeps what a person found when they tried their devices; the newest word counts. */
export class ReportReadiness {
  constructor(private readonly log: SessionLog) {}

  async run(report: ReadinessReport): Promise<ReportAnswer> {
    const answer = await this.log.change(report.sessionId, (log) => note(log, report));
    return answer ?? 'ENDED';
  }
}

async function note(log: OpenLog, report: ReadinessReport): Promise<ReportAnswer> {
  if (log.session.status === 'ENDED') return 'ENDED';
  const { sessionId, personId, camera, microphone, speaker, network } = report;
  const payload = { camera, microphone, speaker, network };
  const last = (await readReadiness(log.em, [sessionId])).get(sessionId)?.get(personId) ?? null;
  if (!isRepeated(last, payload, log.now)) {
    log.note({ type: 'READINESS_REPORTED', personId, at: log.now, payload });
  }
  return 'REPORTED';
}
