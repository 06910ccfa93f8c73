import { Migration } from '@mikro-orm/migrations';

const before = [
  'MESSAGE_SENT',
  'FEEDBACK_GIVEN',
  'READINESS_REPORTED',
  'TOPIC_ADDED',
  'TOPIC_RENAMED',
  'TOPIC_MOVED',
  'TOPIC_REMOVED',
  'TOPIC_STARTED',
  'TOPIC_DONE',
  'TOPIC_REOPENED',
  'ANNOTATION_ADDED',
  'ANNOTATION_EDITED',
  'ANNOTATION_WITHDRAWN',
  'RESOURCE_SHARED',
  'RESOURCE_REMOVED',
  'HAND_RAISED',
  'HAND_LOWERED',
];
const added = ['TECH_ISSUE', 'TECH_ISSUE_OVER'];

/** What failed for whom, each failure and each recovery once; phase and clock do not depend on it. */
export class Migration20261123000600_tech_issues extends Migration {
  override up(): void {
    this.indexLifeWithout([...before, ...added]);
    this.addSql(`
      create unique index session_event_issue
        on session_event (session_id, person_id, (payload->>'issueId'), type)
        where type in (${listOf(added)})`);
  }

  override down(): void {
    this.addSql(`drop index session_event_issue`);
    this.addSql(`delete from session_event where type in (${listOf(added)})`);
    this.indexLifeWithout(before);
  }

  private indexLifeWithout(types: readonly string[]): void {
    this.addSql(`drop index session_event_life`);
    this.addSql(`
      create index session_event_life on session_event (session_id, seq)
        where type not in (${listOf(types)})`);
  }
}

function listOf(types: readonly string[]): string {
  return types.map((type) => `'${type}'`).join(', ');
}
