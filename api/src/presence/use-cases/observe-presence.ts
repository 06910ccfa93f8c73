import type { Observation, Sessions } from '../../sessions/sessions.ts';

/**
 * Puts what was observed of a room into the session's log. An observation that the log contains
 * already adds nothing, so every source may repeat itself.
 */
export class ObservePresence {
  constructor(private readonly sessions: Sessions) {}

  async run(sessionId: string, observations: readonly Observation[]): Promise<void> {
    if (observations.length === 0) return;
    await this.sessions.command(sessionId, (attending) => ({
      type: 'OBSERVE',
      observations,
      attending,
    }));
  }
}
