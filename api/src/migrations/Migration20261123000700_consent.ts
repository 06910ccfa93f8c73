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
];
const added = [
  'CONSENT_ASKED',
  'CONSENT_GIVEN',
  'CONSENT_DECLINED',
  'CONSENT_PAUSED',
  'CONSENT_RESUMED',
  'CONSENT_WITHDRAWN',
];
const policies = `('OFF', 'ON_REQUEST', 'ALWAYS_ASK')`;

/** What a course has of transcripts and recordings, and what the two said to them. */
export class Migration20261123000700_consent extends Migration {
  override up(): void {
    this.addSql(`
      alter table course
        add column transcript_consent text not null default 'ALWAYS_ASK'
          check (transcript_consent in ${policies}),
        add column recording_consent text not null default 'ON_REQUEST'
          check (recording_consent in ${policies})`);
    this.indexLifeWithout([...before, ...added]);
    // Read with every word that is understood, so a long chat may not be read through for it.
    this.addSql(`
      create index session_event_consent on session_event (session_id, seq)
        where type in (${listOf(added)})`);
  }

  override down(): void {
    this.addSql(`drop index session_event_consent`);
    this.addSql(`delete from session_event where type in (${listOf(added)})`);
    this.indexLifeWithout(before);
    this.addSql(`
      alter table course drop column transcript_consent, drop column recording_consent`);
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
