import type { Logger } from '../../platform/logger.ts';
import { Repeat } from '../../platform/repeat.ts';
import { Rounds } from '../../platform/rounds.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { Leases } from '../store/lease-store.ts';
import type { WantedSessions } from '../wanted-sessions.ts';

/** The work on one session, while this program has it. */
interface Job extends AsyncDisposable {
  attend(isOpen: boolean): Promise<void>;
}

interface Kept {
  readonly job: Job;
  /** Ends the listening for news of the session. */
  readonly leaving: AbortController;
  isAttending: boolean;
}

export interface JobKeeperOptions {
  /** Names this program among those that do the same. */
  readonly holder: string;
  readonly wanted: WantedSessions;
  readonly leases: Leases;
  readonly jobFor: (sessionId: string) => Job;
  /** So many sessions at the same time. */
  readonly most: number;
  readonly wakeUps: WakeUps;
  readonly logger: Logger;
}

const beatMs = 1000;

/**
 * Has a job for each session that is to be transcribed and that no other program has. What a program
 * that ends or dies has left, the next beat of another one takes, at once or when its lease has run out.
 */
export class JobKeeper implements AsyncDisposable {
  private readonly jobs = new Map<string, Kept>();
  private readonly beating = new Repeat(() => this.beat());
  private readonly rounds: Rounds;
  /** Nobody waits for these, so that one slow room keeps no other from its beat. */
  private readonly endings = new Map<string, Promise<void>>();
  private isEnding = false;

  constructor(private readonly options: JobKeeperOptions) {
    const { logger } = options;
    const fault = 'the sessions to be transcribed are not known';
    this.rounds = new Rounds({ everyMs: beatMs, logger, fault }, () => this.beating.run());
  }

  start(): void {
    this.rounds.start();
  }

  /** Finishes what is in the air and leaves its sessions to others. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.isEnding = true;
    await this.rounds[Symbol.asyncDispose]();
    await this.beating.run().catch(() => undefined);
    for (const sessionId of this.jobs.keys()) this.end(sessionId);
    await Promise.all(this.endings.values());
  }

  private async beat(): Promise<void> {
    if (this.isEnding) return;
    const { wanted, leases, holder, most } = this.options;
    const held = new Set(await leases.renew(holder, [...this.jobs.keys()]));
    const list = await wanted.list();
    const ids = new Set(list.map(({ sessionId }) => sessionId));
    for (const sessionId of this.jobs.keys()) {
      if (!held.has(sessionId) || !ids.has(sessionId)) this.end(sessionId);
    }
    const others = [...ids].filter((id) => !this.jobs.has(id) && !this.endings.has(id));
    const claimed = await leases.claim(holder, others, most - this.jobs.size);
    for (const sessionId of claimed) this.begin(sessionId);
    for (const { sessionId, isOpen } of list) void this.attend(sessionId, isOpen);
  }

  private begin(sessionId: string): void {
    const leaving = new AbortController();
    this.jobs.set(sessionId, { job: this.options.jobFor(sessionId), leaving, isAttending: false });
    this.options.logger.info({ sessionId }, 'transcribing');
    void this.follow(sessionId, leaving.signal);
  }

  /** Looks again as soon as something has happened in the session. */
  private async follow(sessionId: string, signal: AbortSignal): Promise<void> {
    for await (const _hint of this.options.wakeUps.listen(`session:${sessionId}`, signal)) {
      await this.beating.run().catch(() => undefined);
    }
  }

  /** Where the last call is still on its way, the next beat calls again. */
  private async attend(sessionId: string, isOpen: boolean): Promise<void> {
    const kept = this.jobs.get(sessionId);
    if (!kept || kept.isAttending) return;
    kept.isAttending = true;
    try {
      await kept.job.attend(isOpen);
    } catch (error) {
      this.options.logger.warn({ err: error, sessionId }, 'the room was not reached');
    } finally {
      kept.isAttending = false;
    }
  }

  private end(sessionId: string): void {
    const kept = this.jobs.get(sessionId);
    if (!kept) return;
    this.jobs.delete(sessionId);
    kept.leaving.abort();
    const ending = this.leave(sessionId, kept.job).finally(() => {
      this.endings.delete(sessionId);
    });
    this.endings.set(sessionId, ending);
  }

  private async leave(sessionId: string, job: Job): Promise<void> {
    const { leases, holder, logger } = this.options;
    try {
      await job[Symbol.asyncDispose]();
      await leases.release(holder, sessionId);
      logger.info({ sessionId }, 'transcribing ended');
    } catch (error) {
      logger.warn({ err: error, sessionId }, 'what was said last was not written');
    }
  }
}
