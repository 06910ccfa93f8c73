import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
import type { AttendanceStore } from './store/attendance-store.ts';
import type { ConnectionStore } from './store/connection-store.ts';
import type { ReconcileRoom } from './use-cases/reconcile-room.ts';

export interface RoomWatchOptions {
  readonly connections: ConnectionStore;
  readonly attendance: AttendanceStore;
  readonly reconcile: ReconcileRoom;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Time between two comparisons of one room. */
  readonly intervalMs: number;
  /** How long the media server may be silent before its rooms count as empty. */
  readonly silenceMs: number;
}

/** So many rooms are compared at the same moment. */
const atOnce = 16;

/** Compares the rooms of all live sessions again and again, one round at a time. */
export class RoomWatch implements AsyncDisposable {
  private readonly rounds: Rounds;
  private heardAt: number | null = null;

  constructor(private readonly options: RoomWatchOptions) {
    const { logger, intervalMs: everyMs } = options;
    this.rounds = new Rounds({ everyMs, logger, fault: 'rooms not compared' }, () =>
      this.lookAtAll(),
    );
  }

  start(): void {
    this.heardAt = this.options.clock.now();
    this.rounds.start();
  }

  /** Looks at one room now; what cannot be asked now is asked again by the next round. */
  async look(sessionId: string): Promise<void> {
    try {
      await this.options.reconcile.run(sessionId);
      this.heardAt = this.options.clock.now();
    } catch (error) {
      this.options.logger.warn({ sessionId, err: error }, 'room not compared');
      if (this.isSilent()) await this.options.reconcile.withoutServer(sessionId);
    }
  }

  /** Compares every live room once. */
  async lookAtAll(): Promise<void> {
    const { connections, attendance } = this.options;
    const live = await connections.liveSessions();
    const sessionIds = [...new Set([...live, ...(await attendance.attendedSessions())])];
    for (let from = 0; from < sessionIds.length; from += atOnce) {
      const some = sessionIds.slice(from, from + atOnce);
      await Promise.all(some.map((sessionId) => this.look(sessionId)));
    }
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.rounds[Symbol.asyncDispose]();
  }

  private isSilent(): boolean {
    const { clock, silenceMs } = this.options;
    return this.heardAt !== null && clock.now() - this.heardAt > silenceMs;
  }
}
