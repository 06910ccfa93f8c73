import { createLogger } from '../../platform/logger.ts';
import type { Recogniser, Words } from '../engines/engine.ts';
import { RecognitionQueue } from './recognition-queue.ts';

/** An engine that answers when it is told to, with the first sample of what it was given. */
class SlowEngine implements Recogniser {
  readonly name = 'slow';
  readonly longestSeconds = 8;
  readonly parallel = 1;
  readonly asked: number[] = [];
  private answer: (() => void) | null = null;

  recognise(samples: Float32Array): Promise<Words> {
    const [first = 0] = samples;
    this.asked.push(first);
    const { promise, resolve, reject } = Promise.withResolvers<Words>();
    this.answer = () => {
      if (first < 0) reject(new Error('no words'));
      else resolve({ text: String(first), language: null });
    };
    return promise;
  }

  /** Answers what is asked, and what is asked after it, until nothing is. */
  async answerAll(): Promise<void> {
    while (this.answer) {
      const { answer } = this;
      this.answer = null;
      answer();
      await new Promise(setImmediate);
    }
  }
}

function sound(first: number): Float32Array {
  return Float32Array.of(first);
}

describe('the queue before an engine', () => {
  let engine: SlowEngine;
  let now: number;
  let queue: RecognitionQueue;

  beforeEach(() => {
    engine = new SlowEngine();
    now = 0;
    queue = new RecognitionQueue({
      recogniser: engine,
      now: () => now,
      logger: createLogger('silent'),
    });
  });

  it('ROOM-8 does whole utterances first and in their order', async () => {
    const all = [
      queue.soFar('a', sound(1)),
      queue.soFar('b', sound(2)),
      queue.whole('c', sound(3)),
      queue.whole('d', sound(4)),
    ];
    await engine.answerAll();
    expect(engine.asked).toEqual([1, 3, 4, 2]);
    expect((await Promise.all(all)).map((words) => words?.text)).toEqual(['1', '2', '3', '4']);
  });

  it('ROOM-8 keeps the newest of what is said so far, and nothing of it beside the whole', async () => {
    const busy = queue.whole('x', sound(9));
    const first = queue.soFar('a', sound(1));
    const second = queue.soFar('a', sound(2));
    const other = queue.soFar('b', sound(3));
    const whole = queue.whole('a', sound(4));
    expect(await first).toBeNull();
    expect(await second).toBeNull();
    await engine.answerAll();
    expect(engine.asked).toEqual([9, 4, 3]);
    expect([(await busy)?.text, (await whole)?.text, (await other)?.text]).toEqual(['9', '4', '3']);
  });

  it('ROOM-8 says how long the oldest whole utterance waits', async () => {
    expect(queue.lagAt(now)).toBe(0);
    void queue.whole('a', sound(1));
    now = 3000;
    void queue.whole('b', sound(2));
    void queue.soFar('c', sound(3));
    now = 12_000;
    expect(queue.lagAt(now)).toBe(12_000);
    await engine.answerAll();
    expect(queue.lagAt(now)).toBe(0);
  });

  it('FAIL-12 goes on after something that was not understood', async () => {
    const failed = queue.whole('a', sound(-1));
    const next = queue.whole('b', sound(1));
    await engine.answerAll();
    expect(await failed).toBeNull();
    expect((await next)?.text).toBe('1');
  });
});
