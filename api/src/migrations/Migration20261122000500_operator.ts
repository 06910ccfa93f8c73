import { Migration } from '@mikro-orm/migrations';

/** Indexes for lists that stay quick however many sessions there are. */
export class Migration20261122000500_operator extends Migration {
  override up(): void {
    // A person's next sessions, past all that are over.
    for (const who of ['mentor', 'learner']) {
      this.addSql(`
        create index session_${who}_open on session (${who}_id, starts_at, id)
          where status <> 'ENDED'`);
    }
    // The operator's list, whole and filtered.
    this.addSql(`create index session_start on session (starts_at, id)`);
    this.addSql(`create index session_status on session (status, starts_at, id)`);
    this.addSql(`
      create index session_outcome on session (outcome, starts_at, id) where outcome is not null`);
    // Words that it is searched by, as the search itself makes them.
    this.addSql(`create index session_words on session using gin (to_tsvector('simple', title))`);
    this.addSql(`
      create index person_words on person
        using gin (to_tsvector('simple', display_name || ' ' || translate(email, '@._+-', '     ')))`);
  }

  override down(): void {
    for (const index of [
      'session_mentor_open',
      'session_learner_open',
      'session_start',
      'session_status',
      'session_outcome',
      'session_words',
      'person_words',
    ]) {
      this.addSql(`drop index ${index}`);
    }
  }
}
