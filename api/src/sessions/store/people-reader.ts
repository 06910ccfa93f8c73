import type { Database } from '../../platform/database/database.ts';
import type { SessionPeople } from '../policy.ts';
import { SessionEntity } from './session-entity.ts';

/** Who the two people of a session are. */
export class PeopleReader {
  constructor(private readonly database: Database) {}

  async of(sessionId: string): Promise<SessionPeople | null> {
    return await this.database
      .fork()
      .findOne(
        SessionEntity,
        { id: sessionId },
        { fields: ['mentorId', 'learnerId'], disableIdentityMap: true },
      );
  }
}
