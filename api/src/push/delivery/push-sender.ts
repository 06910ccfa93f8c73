import type { Logger } from '../../platform/logger.ts';
import {
  type PushAnswer,
  type RetryRules,
  type Verdict,
  verdictOf,
} from '../domain/delivery-policy.ts';
import type { PushTarget } from '../domain/push-subscription.ts';
import type { KeyPair } from '../store/push-keys.ts';
import { Limiter } from './limiter.ts';
import { type OutgoingMessage, writeLetter } from './push-letter.ts';
import { NotPublic, type PushPost } from './push-post.ts';

export type { OutgoingMessage } from './push-letter.ts';

export type Outcome = 'delivered' | 'gone' | 'failed';

export interface PushSenderOptions {
  readonly keys: { pair(): Promise<KeyPair> };
  readonly post: Pick<PushPost, 'send'>;
  readonly subject: string;
  readonly logger: Logger;
  readonly rules: RetryRules;
}

const atOnce = 50;
/** So long an answer that is on its way is waited for when the program ends. */
const graceMs = 3000;

const unreachable: PushAnswer = { status: 'UNREACHABLE', retryAfterMs: null };

/** Brings messages to push services: so many at a time, again where that helps, and never for ever. */
export class PushSender implements AsyncDisposable {
  private readonly limiter = new Limiter(atOnce);
  /** No attempt begins any more. */
  private readonly closing = new AbortController();
  /** Nor is an answer waited for. */
  private readonly ending = new AbortController();
  private grace: NodeJS.Timeout | null = null;
  private readonly running = new Set<Promise<Outcome>>();
  private readonly counted = { delivered: 0, gone: 0, refused: 0, failed: 0 };

  constructor(private readonly options: PushSenderOptions) {}

  send(target: PushTarget, message: OutgoingMessage): Promise<Outcome> {
    const sending = this.bring(target, message).finally(() => this.running.delete(sending));
    this.running.add(sending);
    return sending;
  }

  counts(): Readonly<typeof this.counted> {
    return { ...this.counted };
  }

  /** Begins nothing more; what is on its way has a few seconds for its answer. */
  giveUp(): void {
    this.closing.abort();
    this.grace ??= setTimeout(() => {
      this.ending.abort();
    }, graceMs);
  }

  /** Gives up what is on its way. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.giveUp();
    if (this.grace) clearTimeout(this.grace);
    this.ending.abort();
    await Promise.allSettled(this.running);
  }

  private async bring(target: PushTarget, message: OutgoingMessage): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      const answer = await this.limiter.run(() => this.attempt(target, message));
      const verdict = answer
        ? verdictOf(answer, attempt, this.options.rules)
        : ({ kind: 'REFUSED' } as const);
      if (verdict.kind !== 'RETRY') return this.note(verdict, target, answer);
      if (!(await this.wait(verdict.afterMs))) {
        return this.note({ kind: 'FAILED' }, target, answer);
      }
    }
  }

  /** Each attempt is written and signed anew. Null where the address is not one that we call. */
  private async attempt(target: PushTarget, message: OutgoingMessage): Promise<PushAnswer | null> {
    const { keys, subject, post, logger } = this.options;
    if (this.closing.signal.aborted) return unreachable;
    const pair = await keys.pair();
    const letter = writeLetter(target, message, { ...pair, subject });
    try {
      return await post.send(letter, this.ending.signal);
    } catch (error) {
      if (error instanceof NotPublic) return null;
      logger.debug({ err: error, deviceId: target.id }, 'a push service cannot be reached');
      return unreachable;
    }
  }

  private note(
    { kind }: Exclude<Verdict, { kind: 'RETRY' }>,
    target: PushTarget,
    answer: PushAnswer | null,
  ): Outcome {
    // The endpoint itself is a secret: whoever has it can reach the device.
    const facts = {
      deviceId: target.id,
      host: URL.parse(target.endpoint)?.host,
      status: answer?.status ?? 'NOT_PUBLIC',
    };
    switch (kind) {
      case 'DELIVERED':
        this.counted.delivered += 1;
        return 'delivered';
      case 'GONE':
        this.counted.gone += 1;
        this.options.logger.info(facts, 'a device is gone');
        return 'gone';
      case 'REFUSED':
        this.counted.refused += 1;
        this.options.logger.error(facts, 'a push service refuses our messages');
        return 'failed';
      case 'FAILED':
        this.counted.failed += 1;
        this.options.logger.warn(facts, 'a push message could not be delivered');
        return 'failed';
      default:
        return kind satisfies never;
    }
  }

  /** Whether the time has passed; false where the program ends before. */
  private async wait(ms: number): Promise<boolean> {
    const { signal } = this.closing;
    if (signal.aborted) return false;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    const end = () => {
      resolve();
    };
    signal.addEventListener('abort', end);
    await promise;
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    return !signal.aborted;
  }
}
