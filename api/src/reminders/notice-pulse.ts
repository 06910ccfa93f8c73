import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import type { NoticeList } from './store/notice-list.ts';

export interface NoticePulseOptions {
  readonly list: NoticeList;
  readonly wakeUps: WakeUps;
  readonly clock: Clock;
  readonly logger: Logger;
}

const beatMs = 5000;
/** What was stored so shortly before the last beat may not have been visible to it. */
const overlapMs = 5000;
const prefix = 'notices:';

/** Makes good for lost hints, with one question for all persons whose notices are followed here. */
export class NoticePulse implements AsyncDisposable {
  private readonly rounds: Rounds;
  private askedAt: number;

  constructor(private readonly options: NoticePulseOptions) {
    this.askedAt = options.clock.now();
    const { logger } = options;
    this.rounds = new Rounds(
      { everyMs: beatMs, logger, fault: 'followed notices not asked after' },
      () => this.beat(),
    );
  }

  start(): void {
    this.rounds.start();
  }

  async beat(): Promise<void> {
    const { list, wakeUps, clock } = this.options;
    const askedAt = clock.now();
    const personIds = wakeUps.listenedTopics.flatMap((topic) =>
      topic.startsWith(prefix) ? [topic.slice(prefix.length)] : [],
    );
    if (personIds.length > 0) {
      const told = await list.toldSince(personIds, this.askedAt - overlapMs);
      for (const personId of told) wakeUps.remind(`notices:${personId}`);
    }
    this.askedAt = askedAt;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.rounds[Symbol.asyncDispose]();
  }
}
