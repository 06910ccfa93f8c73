import type { Topic, WakeUps } from '../../platform/streams/wake-ups.ts';
import type { KnownViewers } from './known-viewers.ts';

/** Tells whoever listens, in this process and in the others, whose sign-in has ended. */
export class SignOuts {
  constructor(
    private readonly wakeUps: WakeUps,
    private readonly known: KnownViewers,
  ) {}

  announce(personId: string): void {
    this.known.forget(personId);
    this.wakeUps.announce(topicOf(personId));
  }

  /** A word for each sign-in of the person that ends, until `signal`. */
  async *of(personId: string, signal: AbortSignal): AsyncGenerator<void> {
    for await (const _hint of this.wakeUps.listen(topicOf(personId), signal)) {
      // What ended in another process was believed in this one.
      this.known.forget(personId);
      yield;
    }
  }
}

function topicOf(personId: string): Topic {
  return `sign-outs:${personId}`;
}
