import type { Topic, WakeUps } from '../platform/streams/wake-ups.ts';
import type { Preferences } from './domain/preferences.ts';
import type { PreferenceReader } from './preference-reader.ts';

const prefix = 'preferences:';

/** Where the changes of a person's preferences are told. */
export function topicOf(personId: string): Topic {
  return `${prefix}${personId}`;
}

/** Whose changes are told there; `null` where the topic is another matter. */
export function personIn(topic: Topic): string | null {
  return topic.startsWith(prefix) ? topic.slice(prefix.length) : null;
}

/** A person's preferences as they are, and again whenever they have changed. */
export class PreferenceStream {
  constructor(
    private readonly reader: PreferenceReader,
    private readonly wakeUps: WakeUps,
  ) {}

  async *of(personId: string, signal: AbortSignal): AsyncGenerator<Preferences, void> {
    // It listens before it reads, so nothing falls between the two.
    const hints = this.wakeUps.listen(topicOf(personId), signal)[Symbol.asyncIterator]();
    let told = -1;
    try {
      do {
        const preferences = await this.reader.of(personId);
        if (preferences.revision > told) yield preferences;
        told = preferences.revision;
      } while (!(await hints.next()).done);
    } finally {
      await hints.return?.();
    }
  }
}
