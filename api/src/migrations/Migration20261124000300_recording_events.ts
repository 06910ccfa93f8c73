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
  'TECH_ISSUE',
  'TECH_ISSUE_OVER',
  'CONSENT_ASKED',
  'CONSENT_GIVEN',
  'CONSENT_DECLINED',
  'CONSENT_PAUSED',
  'CONSENT_RESUMED',
  'CONSENT_WITHDRAWN',
];
const added = ['RECORDING_STARTED', 'RECORDING_ENDED', 'RECORDING_FAILED', 'RECORDING_READY'];

/** What became of recordings, in the logs of their sessions, and how much of it was told already. */
export class Migration20261124000300_recording_events extends Migration {
  override up(): void {
    this.addSql(`alter table recording add column told_at timestamptz`);
    this.addSql(`alter table recording_part add column told text[] not null default '{}'`);
    this.indexLifeWithout([...before, ...added]);
  }

  override down(): void {
    this.addSql(`delete from session_event where type in (${listOf(added)})`);
    this.indexLifeWithout(before);
    this.addSql(`alter table recording_part drop column told`);
    this.addSql(`alter table recording drop column told_at`);
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
