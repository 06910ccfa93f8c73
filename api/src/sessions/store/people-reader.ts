import type { Database } from '../../platform/database/database.ts';
import type { SessionPeople } from '../policy.ts';
import { SessionEntity } from './session-entity.ts';

/** So many sessions' people are remembered; the longest known go first. */
const mostKnown = 10_000;

/** Who the two people of a session are. They never change, so what was read once is remembered. */
export class PeopleReader {
  private readonly known = new Map<string, SessionPeople>();

  constructor(private readonly database: Database) {}

  async of(sessionId: string): Promise<SessionPeople | null> {
    const people = this.known.get(sessionId) ?? (await this.read(sessionId));
    if (people) this.remember(sessionId, people);
    return people;
  }

  private async read(sessionId: string): Promise<SessionPeople | null> {
    const row = await this.database
      .fork()
      .findOne(
        SessionEntity,
        { id: sessionId },
        { fields: ['mentorId', 'learnerId'], disableIdentityMap: true },
      );
    return row && { mentorId: row.mentorId, learnerId: row.learnerId };
  }

  private remember(sessionId: string, people: SessionPeople): void {
    this.known.set(sessionId, people);
    if (this.known.size <= mostKnown) return;
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
