import type { Hint, News } from './news.ts';

/**
 * Hints that something has news. Whoever hears one reads the database again, so losing one costs
 * latency and never information. A hint may say how far a log has come and, within the process,
 * what was appended; then whoever has everything before that need not read.
 */
export interface WakeUps extends AsyncDisposable {
  /** Tells every listener of the topic, in this process and in the others; without news: look again. */
  announce(topic: Topic, news?: News): void;
  /** Tells the listeners of this process alone. */
  remind(topic: Topic, news?: News): void;
  /** Hears hints from the moment of the call; several may arrive as one. Ends with `signal`. */
  listen(topic: Topic, signal: AbortSignal): AsyncIterable<Hint>;
  /** The topics that somebody in this process listens to. */
  readonly listenedTopics: readonly Topic[];
}

/**
 * `session:…` has a new event in its log; `person:…` has a session that changed; `preferences:…` of a
 * person were changed; `notices:…` is a person who was told something; `sign-outs:…` is a person of
 * whom a sign-in has ended; `transcript:…`, `board:…` and `recording:…` are a session's spoken words,
 * drawing and recording.
 */
export type Topic =
  | `session:${string}`
  | `person:${string}`
  | `preferences:${string}`
  | `notices:${string}`
  | `transcript:${string}`
  | `board:${string}`
  | `recording:${string}`
  | `sign-outs:${string}`;
