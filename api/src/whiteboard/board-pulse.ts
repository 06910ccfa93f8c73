import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
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
  private readonly rounds: Rounds;
  private seen: ReadonlyMap<string, number> = new Map();

  constructor(private readonly options: BoardPulseOptions) {
    const { logger } = options;
    this.rounds = new Rounds(
      { everyMs: beatMs, logger, fault: 'followed whiteboards not asked after' },
      () => this.beat(),
    );
  }

  start(): void {
    this.rounds.start();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.rounds[Symbol.asyncDispose]();
  }

  private async beat(): Promise<void> {
    const { boards, wakeUps } = this.options;
    const sessionIds = wakeUps.listenedTopics.flatMap((topic) =>
      topic.startsWith(prefix) ? [topic.slice(prefix.length)] : [],
    );
    if (sessionIds.length === 0) return;
    const reached = await boards.reached(sessionIds);
    for (const [id, last] of reached) {
      if (this.seen.get(id) !== last) wakeUps.remind(`${prefix}${id}`, { last });
    }
    this.seen = reached;
  }
}
