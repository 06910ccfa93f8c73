import { HintQueue } from './hint-queue.ts';
import type { Hint, News } from './news.ts';
import type { Topic, WakeUps } from './wake-ups.ts';

/** Hints within one process. */
export class LocalWakeUps implements WakeUps {
  private readonly queues = new Map<Topic, Set<HintQueue>>();

  announce(topic: Topic, news?: News): void {
    this.remind(topic, news);
  }

  remind(topic: Topic, news?: News): void {
    for (const queue of this.queues.get(topic) ?? []) queue.hint(news ?? null);
  }

  get listenedTopics(): readonly Topic[] {
    return [...this.queues.keys()];
  }

  listen(topic: Topic, signal: AbortSignal): AsyncIterable<Hint> {
    const queue = new HintQueue(signal, () => {
      this.forget(topic, queue);
    });
    if (signal.aborted) return queue;
    const listening = this.queues.get(topic) ?? new Set();
    this.queues.set(topic, listening.add(queue));
    return queue;
  }

  /** Ends every listener. */
  [Symbol.asyncDispose](): Promise<void> {
    for (const queue of [...this.queues.values()].flatMap((set) => [...set])) queue.end();
    return Promise.resolve();
  }

  private forget(topic: Topic, queue: HintQueue): void {
    const listening = this.queues.get(topic);
    listening?.delete(queue);
    if (listening?.size === 0) this.queues.delete(topic);
  }
}
