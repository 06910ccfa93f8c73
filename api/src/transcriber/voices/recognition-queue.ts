import type { Logger } from '../../platform/logger.ts';
import type { Lane, Recogniser, SpeechEngine, Words } from '../engines/engine.ts';

interface Job {
  readonly samples: Float32Array;
  readonly askedAt: number;
  readonly isWhole: boolean;
  readonly done: (words: Words | null) => void;
}

export interface RecognitionQueueOptions {
  readonly recogniser: Recogniser;
  readonly now: () => number;
  readonly logger: Logger;
}

/**
 * Makes an engine of what understands one whole utterance a question, for all microphones together. Whole
 * utterances go first, in their order, and all of them are done. Of what is said so far only the newest of each
 * utterance waits, so under load that is what is dropped.
 */
export class RecognitionQueue implements SpeechEngine, Lane {
  readonly name: string;
  readonly longestSeconds: number;
  private readonly wholes: Job[] = [];
  private readonly looks = new Map<string, Job>();
  private readonly running = new Set<Job>();

  constructor(private readonly options: RecognitionQueueOptions) {
    const { name, longestSeconds } = options.recogniser;
    this.name = name;
    this.longestSeconds = longestSeconds;
  }

  lane(): Lane {
    return this;
  }

  /** All microphones share it, and go on to. */
  close(): void {
    return;
  }

  whole(utterance: string, samples: Float32Array): Promise<Words | null> {
    this.drop(utterance);
    const { promise, resolve: done } = Promise.withResolvers<Words | null>();
    this.wholes.push({ samples, askedAt: this.options.now(), isWhole: true, done });
    this.work();
    return promise;
  }

  soFar(utterance: string, samples: Float32Array): Promise<Words | null> {
    this.drop(utterance);
    const { promise, resolve: done } = Promise.withResolvers<Words | null>();
    this.looks.set(utterance, { samples, askedAt: this.options.now(), isWhole: false, done });
    this.work();
    return promise;
  }

  lagAt(now: number): number {
    const wholes = [...this.running, ...this.wholes].filter(({ isWhole }) => isWhole);
    return Math.max(0, ...wholes.map(({ askedAt }) => now - askedAt));
  }

  /** Nobody wants to know any more what of it was said so far. */
  private drop(utterance: string): void {
    this.looks.get(utterance)?.done(null);
    this.looks.delete(utterance);
  }

  private work(): void {
    while (this.running.size < this.options.recogniser.parallel) {
      const job = this.next();
      if (!job) return;
      this.running.add(job);
      void this.understand(job).then((words) => {
        this.running.delete(job);
        job.done(words);
        this.work();
      });
    }
  }

  private next(): Job | undefined {
    const whole = this.wholes.shift();
    if (whole) return whole;
    const [first] = this.looks;
    if (!first) return undefined;
    this.looks.delete(first[0]);
    return first[1];
  }

  private async understand({ samples }: Job): Promise<Words | null> {
    try {
      return await this.options.recogniser.recognise(samples);
    } catch (error) {
      this.options.logger.warn({ err: error }, 'what was said was not understood');
      return null;
    }
  }
}
