import type { Person } from '../../accounts/person.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { type IceSettings, type WayIn, wayIn } from '../ice-servers.ts';
import { type MediaServer, MediaServerAway, type MediaSource } from '../media-server.ts';

export interface JoinRequest {
  readonly sessionId: string;
  readonly personId: string;
  readonly connectionId: string;
}

export type JoinAnswer =
  | { readonly access: WayIn }
  | { readonly rejected: 'ENDED' | 'MEDIA_AWAY' }
  | { readonly opensAt: number };

/** What both may send; nobody gets a source that the room does not offer. */
const sources: readonly MediaSource[] = ['microphone', 'camera', 'screen', 'screenAudio'];

/** Lets a participant into the room of a session while it may be entered. */
export class JoinSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly server: MediaServer,
    private readonly logger: Logger,
    private readonly ice: IceSettings,
  ) {}

  async run({ sessionId, personId, connectionId }: JoinRequest): Promise<JoinAnswer> {
    const snapshot = await this.sessions.reader.byId(sessionId);
    if (!snapshot) return { rejected: 'ENDED' };
    const { joinOpensAt, latestEndAt } = this.sessions.clockOf(snapshot);
    if (!this.sessions.canJoin(snapshot)) {
      return snapshot.now < joinOpensAt ? { opensAt: joinOpensAt } : { rejected: 'ENDED' };
    }
    const isMentor = snapshot.mentor.id === personId;
    const person: Person = isMentor ? snapshot.mentor : snapshot.learner;
    try {
      await this.server.openRoom(sessionId);
    } catch (error) {
      if (!(error instanceof MediaServerAway)) throw error;
      this.logger.warn({ sessionId, personId, err: error }, 'room not opened');
      return { rejected: 'MEDIA_AWAY' };
    }
    const access = await this.server.access({
      sessionId,
      personId,
      connectionId,
      displayName: person.displayName,
      role: isMentor ? 'MENTOR' : 'LEARNER',
      sources,
      validUntil: latestEndAt,
    });
    return { access: wayIn(access, this.ice, personId) };
  }
}
