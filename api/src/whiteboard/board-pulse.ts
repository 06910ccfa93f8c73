import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { BoardStore } from './store/board-store.ts';

export interface BoardPulseOptions {
  readonly boards: BoardStore;
  readonly wakeUps: WakeUps;
  readonly logger: Logger;
}

const beatMs = 2000;
const prefix = 'board:';

/**
 * Makes good for lost hints: one question for all boards that are followed in this process, how far
 * they have come. Who has drawn the last stroke of a session draws no other that would tell of it.
 */
export class BoardPulse implements AsyncDisposable {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;
  private seen: ReadonlyMap<string, number> = new Map();

  constructor(private readonly options: BoardPulseOptions) {}

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.beat()
        .catch((error: unknown) => {
          this.options.logger.warn({ err: error }, 'followed whiteboards not asked after');
        })
        .finally(() => {
          this.start();
        });
    }, beatMs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  private async beat(): Promise<void> {
    const { boards, wakeUps } = this.options;
    const sessionIds = wakeUps.listenedTopics.flatMap((topic) =>
      topic.startsWith(prefix) ? [topic.slice(prefix.length)] : [],
    );
    if (sessionIds.length === 0) return;
    const reached = await boards.reached(sessionIds);
    for (const [id, last] of reached) {
      if (this.seen.get(id) !== last) wakeUps.remind(`board:${id}`, { last });
    }
    this.seen = reached;
  }
}
