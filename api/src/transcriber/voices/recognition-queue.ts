import type { Logger } from '../../platform/logger.ts';
import type { SpeechEngine, Words } from '../engines/engine.ts';

interface Job {
  readonly samples: Float32Array;
  readonly askedAt: number;
  readonly done: (words: Words | null) => void;
}

export interface RecognitionQueueOptions {
  readonly engine: SpeechEngine;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * The work for an engine that does one thing at a time. Whole utterances go first, in their order, and
 * all of them are done. Of what is said so far only the newest of each utterance waits, so under load
 * that is what is dropped.
 */
export class RecognitionQueue {
  private readonly wholes: Job[] = [];
  private readonly looks = new Map<string, Job>();
  private isBusy = false;
  private workingSince: number | null = null;

  constructor(private readonly options: RecognitionQueueOptions) {}

  /** Resolves when it is understood; `null` where the engine failed. */
  whole(utterance: string, samples: Float32Array): Promise<Words | null> {
    this.drop(utterance);
    const { promise, resolve: done } = Promise.withResolvers<Words | null>();
    this.wholes.push({ samples, askedAt: this.options.now(), done });
    void this.work();
    return promise;
  }

  /** Resolves with `null` where something newer has come before its turn. */
  soFar(utterance: string, samples: Float32Array): Promise<Words | null> {
    const { promise, resolve: done } = Promise.withResolvers<Words | null>();
    const before = this.looks.get(utterance);
    before?.done(null);
    this.looks.set(utterance, { samples, askedAt: this.options.now(), done });
    void this.work();
    return promise;
  }

  /** Nobody wants to know any more what of it was said so far. */
  drop(utterance: string): void {
    this.looks.get(utterance)?.done(null);
    this.looks.delete(utterance);
  }

  /** For how long the oldest whole utterance waits. */
  lagAt(now: number): number {
    const oldest = this.workingSince ?? this.wholes[0]?.askedAt;
    return oldest === undefined ? 0 : now - oldest;
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    for (let job = this.next(); job; job = this.next()) job.done(await this.understand(job));
    this.isBusy = false;
  }

  private next(): Job | undefined {
    const whole = this.wholes.shift();
    this.workingSince = whole?.askedAt ?? null;
    if (whole) return whole;
    const [first] = this.looks;
    if (!first) return undefined;
    this.looks.delete(first[0]);
    return first[1];
  }

  private async understand({ samples }: Job): Promise<Words | null> {
    try {
      return await this.options.engine.recognise(samples);
    } catch (error) {
      this.options.logger.warn({ err: error }, 'what was said was not understood');
      return null;
    }
  }
}
