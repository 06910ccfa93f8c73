import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
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
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;
  private askedAt: number;

  constructor(private readonly options: NoticePulseOptions) {
    this.askedAt = options.clock.now();
  }

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.beat()
        .catch((error: unknown) => {
          this.options.logger.warn({ err: error }, 'followed notices not asked after');
        })
        .finally(() => {
          this.start();
        });
    }, beatMs);
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

  async [Symbol.asyncDispose](): Promise<void> {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }
}
