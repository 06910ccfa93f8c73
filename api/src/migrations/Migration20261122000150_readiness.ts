import { Migration } from '@mikro-orm/migrations';

/** Who has tried their devices for a session: one more kind of event that phase and clock do not depend on. */
export class Migration20261122000150_readiness extends Migration {
  override up(): void {
    this.indexLifeWithout(['MESSAGE_SENT', 'FEEDBACK_GIVEN', 'READINESS_REPORTED']);
    this.addSql(`
      create index session_event_readiness on session_event (session_id, person_id, seq desc)
        where type = 'READINESS_REPORTED'`);
  }

  override down(): void {
    this.addSql(`delete from session_event where type = 'READINESS_REPORTED'`);
    this.addSql(`drop index session_event_readiness`);
    this.indexLifeWithout(['MESSAGE_SENT', 'FEEDBACK_GIVEN']);
  }

  private indexLifeWithout(types: readonly string[]): void {
    const list = types.map((type) => `'${type}'`).join(', ');
    this.addSql(`drop index session_event_life`);
    this.addSql(`
      create index session_event_life on session_event (session_id, seq) where type not in (${list})`);
  }
}
