import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { WakeUps } from '../platform/streams/wake-ups.ts';
import { personIn, topicOf } from './preference-stream.ts';
import type { PreferenceStore } from './store/preference-store.ts';

export interface PreferencePulseOptions {
  readonly store: PreferenceStore;
  readonly clock: Clock;
  readonly wakeUps: WakeUps;
  readonly logger: Logger;
}

/** A hint that was lost is made good after this time. */
const beatMs = 5000;
/** Changes that were stored so shortly before the last beat may not have been visible to it. */
const overlapMs = 5000;

/** Makes good for lost hints with one question for all persons whose preferences are followed here. */
export class PreferencePulse implements AsyncDisposable {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private isStopped = false;
  private askedAt: number;

  constructor(private readonly options: PreferencePulseOptions) {
    this.askedAt = options.clock.now();
  }

  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.round = this.beat()
        .catch((error: unknown) => {
          this.options.logger.warn({ err: error }, 'followed preferences not asked after');
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
    const { store, clock, wakeUps } = this.options;
    const askedAt = clock.now();
    const followed = wakeUps.listenedTopics.map(personIn).filter((id) => id !== null);
    if (followed.length > 0) {
      const changed = await store.changedSince(followed, this.askedAt - overlapMs);
      for (const personId of changed) wakeUps.remind(topicOf(personId));
    }
    this.askedAt = askedAt;
  }
}
