import type { Person } from '../../accounts/person.ts';
import type { Logger } from '../../platform/logger.ts';
import type { SessionSnapshot } from '../../sessions/session-snapshot.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { type IceSettings, type WayIn, wayIn } from '../ice-servers.ts';
import {
  type AccessRequest,
  type MediaServer,
  MediaServerAway,
  type MediaSource,
} from '../media-server.ts';

export interface JoinRequest {
  readonly sessionId: string;
  readonly personId: string;
  readonly connectionId: string;
}

export type Shut = { readonly rejected: 'ENDED' } | { readonly opensAt: number };

export type JoinAnswer = { readonly access: WayIn } | Shut | { readonly rejected: 'MEDIA_AWAY' };

/** What both may send; nobody gets a source that the room does not offer. */
const sources: readonly MediaSource[] = ['microphone', 'camera', 'screen', 'screenAudio'];

/** Gives a participant the way into the room of a session while it may be entered. */
export class JoinSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly server: MediaServer,
    private readonly logger: Logger,
    private readonly ice: IceSettings,
  ) {}

  /** The way in; for who waits at the door only that far, until they are let in. */
  async run(request: JoinRequest, stay: AccessRequest['stay']): Promise<JoinAnswer> {
    const { sessionId, personId } = request;
    const page = await openTo(this.sessions, request);
    if (!('displayName' in page)) return page;
    try {
      await this.server.openRoom(sessionId);
    } catch (error) {
      if (!(error instanceof MediaServerAway)) throw error;
      this.logger.warn({ sessionId, personId, err: error }, 'room not opened');
      return { rejected: 'MEDIA_AWAY' };
    }
    const access = await this.server.access({ ...page, stay });
    return { access: wayIn(access, this.ice, personId) };
  }
}

/** Who would enter with which rights, or why nobody may. */
export async function openTo(
  sessions: Sessions,
  { sessionId, personId, connectionId }: JoinRequest,
): Promise<Omit<AccessRequest, 'stay'> | Shut> {
  const snapshot = await sessions.reader.byId(sessionId);
  if (!snapshot) return { rejected: 'ENDED' };
  const { joinOpensAt, latestEndAt } = sessions.clockOf(snapshot);
  if (!sessions.canJoin(snapshot)) {
    return snapshot.now < joinOpensAt ? { opensAt: joinOpensAt } : { rejected: 'ENDED' };
  }
  const { displayName, role } = partOf(snapshot, personId);
  return { sessionId, personId, connectionId, displayName, role, sources, validUntil: latestEndAt };
}

function partOf(
  { mentor, learner }: SessionSnapshot,
  personId: string,
): Pick<AccessRequest, 'displayName' | 'role'> {
  const isMentor = mentor.id === personId;
  const { displayName }: Person = isMentor ? mentor : learner;
  return { displayName, role: isMentor ? 'MENTOR' : 'LEARNER' };
}
