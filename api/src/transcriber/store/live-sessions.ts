import type { Consents } from '../../consent/consent.ts';
import type { Database, Prepared } from '../../platform/database/database.ts';
import type { WantedSession, WantedSessions } from '../wanted-sessions.ts';

const live: Prepared = {
  name: 'transcription-live',
  sql: `select id as "sessionId", status = 'ACTIVE' as "isOpen" from session s
    where status in ('WAITING', 'ACTIVE', 'PAUSED') and exists (
      select 1 from participation p where p.session_id = s.id and p.left_at is null)`,
};

/** The sessions in which somebody is; they are listened to while both are there and agree to it. */
export class LiveSessions implements WantedSessions {
  constructor(
    private readonly database: Database,
    private readonly consents: Pick<Consents, 'isRunning'>,
  ) {}

  async list(): Promise<readonly WantedSession[]> {
    const found = await this.database.run<WantedSession>(live, []);
    return await Promise.all(
      found.map(async ({ sessionId, isOpen }) => ({
        sessionId,
        isOpen: isOpen && (await this.consents.isRunning(sessionId, 'TRANSCRIPT')),
      })),
    );
  }
}
