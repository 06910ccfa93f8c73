/**
 * A hint that something has news. It carries no data: whoever hears it reads the database again,
 * so losing one costs latency and never information.
 */
export interface WakeUps extends AsyncDisposable {
  /** Tells every listener of the topic, in this process and in the others, to look again. */
  announce(topic: Topic): void;
  /** Hears hints from the moment of the call; several hints may arrive as one. Ends with `signal`. */
  listen(topic: Topic, signal: AbortSignal): AsyncIterable<void>;
}

/** `session:…` has a new event in its log; `person:…` has a session that changed. */
export type Topic = `session:${string}` | `person:${string}`;
