import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
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
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;
  private heardAt: number | null = null;

  constructor(private readonly options: RoomWatchOptions) {}

  start(): void {
    this.heardAt = this.options.clock.now();
    this.schedule();
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

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  private isSilent(): boolean {
    const { clock, silenceMs } = this.options;
    return this.heardAt !== null && clock.now() - this.heardAt > silenceMs;
  }

  private schedule(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.lookAtAll()
        .catch((error: unknown) => {
          this.options.logger.error({ err: error }, 'rooms not compared');
        })
        .finally(() => {
          this.schedule();
        });
    }, this.options.intervalMs);
  }
}
