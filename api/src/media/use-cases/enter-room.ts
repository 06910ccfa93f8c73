import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Presence } from '../../presence/presence.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { type MediaServer, MediaServerAway } from '../media-server.ts';
import { type JoinRequest, openTo, type Shut } from './join-session.ts';

export type EnterAnswer =
  { readonly sid: string } | Shut | { readonly rejected: 'MEDIA_AWAY' | 'NOT_WAITING' };

export interface EnterRoomOptions {
  readonly sessions: Sessions;
  readonly server: MediaServer;
  readonly presence: Pick<Presence, 'observe'>;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Lets a page in that waits at the door: from now on it is seen, and sends and receives. */
export class EnterRoom {
  constructor(private readonly options: EnterRoomOptions) {}

  async run(request: JoinRequest): Promise<EnterAnswer> {
    const { sessions, server, presence, clock, logger } = this.options;
    const { sessionId, personId, connectionId } = request;
    const page = await openTo(sessions, request);
    if (!('displayName' in page)) return page;
    const at = clock.now();
    try {
      const sid = await server.letIn({ ...page, at });
      if (sid === null) return { rejected: 'NOT_WAITING' };
      // The media server told of this connection when it came to wait, and says nothing now.
      await presence.observe(sessionId, [{ kind: 'JOINED', sid, personId, connectionId, at }]);
      return { sid };
    } catch (error) {
      if (!(error instanceof MediaServerAway)) throw error;
      logger.warn({ sessionId, personId, err: error }, 'not let in');
      return { rejected: 'MEDIA_AWAY' };
    }
  }
}
