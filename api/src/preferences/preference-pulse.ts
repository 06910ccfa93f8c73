import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { Rounds } from '../platform/rounds.ts';
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
  private readonly rounds: Rounds;
  private askedAt: number;

  constructor(private readonly options: PreferencePulseOptions) {
    this.askedAt = options.clock.now();
    const { logger } = options;
    this.rounds = new Rounds(
      { everyMs: beatMs, logger, fault: 'followed preferences not asked after' },
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
