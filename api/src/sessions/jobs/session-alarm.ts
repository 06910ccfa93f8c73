import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Logger } from '../../platform/logger.ts';
import { SessionEntity } from '../store/session-entity.ts';
import type { CommandSession } from '../use-cases/command-session.ts';

export interface SessionAlarmOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Jobs;
  readonly logger: Logger;
  readonly commands: CommandSession;
}

const jobName = 'session-alarm';
const sweepName = 'session-sweep';
const sweepMs = 30_000;

/**
 * Wakes sessions when time alone changes them. The due times stand in the sessions' table; the job
 * only rings, and what rings late, twice or not at all is put right by asking what is due now.
 */
export class SessionAlarm {
  constructor(private readonly options: SessionAlarmOptions) {
    options.jobs.define(jobName, async ({ sessionId }) => {
      if (typeof sessionId === 'string') await this.ring(sessionId);
    });
    options.jobs.define(sweepName, () => this.sweep());
  }

  /** Sets the alarm of a session; the sweep stands in where the job store does not answer. */
  set(sessionId: string, dueAt: number): void {
    const ring = { at: dueAt, key: sessionId, data: { sessionId } };
    this.options.jobs.at(jobName, ring).catch((error: unknown) => {
      this.options.logger.error({ sessionId, err: error }, 'alarm not set');
    });
  }

  async ring(sessionId: string): Promise<void> {
    await this.options.commands.run(sessionId, (attending) => ({ type: 'TICK', attending }));
  }

  async start(): Promise<void> {
    await this.options.jobs.every(sweepName, sweepMs);
    await this.sweep();
  }

  /** Rings every session whose time has come; one that fails does not keep the others waiting. */
  private async sweep(): Promise<void> {
    const { database, clock, logger } = this.options;
    const due = await database
      .fork()
      .find(SessionEntity, { nextDueAt: { $lte: clock.now() } }, { fields: ['id'], limit: 1000 });
    for (const { id } of due) {
      await this.ring(id).catch((error: unknown) => {
        logger.error({ sessionId: id, err: error }, 'alarm failed');
      });
    }
  }
}
