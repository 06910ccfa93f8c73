import type { Logger } from '../../platform/logger.ts';
import { type MediaServer, MediaServerAway } from '../media-server.ts';
import type { JoinRequest } from './join-session.ts';

export type UseHereAnswer = { readonly closed: number } | { readonly rejected: 'MEDIA_AWAY' };

/** Moves a person's call to one of their pages: their other pages are put out of the room. */
export class UseHere {
  constructor(
    private readonly server: MediaServer,
    private readonly logger: Logger,
  ) {}

  async run({ sessionId, personId, connectionId }: JoinRequest): Promise<UseHereAnswer> {
    try {
      const entries = await this.server.inRoom(sessionId);
      const others = entries.filter(
        (entry) => entry.personId === personId && entry.connectionId !== connectionId,
      );
      for (const other of others) await this.server.putOut(sessionId, other);
      return { closed: others.length };
    } catch (error) {
      if (!(error instanceof MediaServerAway)) throw error;
      this.logger.warn({ sessionId, personId, err: error }, 'other pages not closed');
      return { rejected: 'MEDIA_AWAY' };
    }
  }
}
