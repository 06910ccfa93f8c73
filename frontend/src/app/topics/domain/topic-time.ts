/** A topic's time as the server told it. */
export interface TopicTime {
  readonly state: 'PLANNED' | 'CURRENT' | 'DONE';
  readonly activeMs: number;
}

/** The session's clock: when it was told, and whether it ran then. */
export interface TopicClock {
  readonly serverTime: number;
  readonly runningSince: number | null;
}

/** How long the session was on a topic: of the current one it grows while the clock runs. */
export function topicMsAt(topic: TopicTime, clock: TopicClock | null, now: number): number {
  const isRunning = topic.state === 'CURRENT' && clock !== null && clock.runningSince !== null;
  return topic.activeMs + (isRunning ? Math.max(0, now - clock.serverTime) : 0);
}
