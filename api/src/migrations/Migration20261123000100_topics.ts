import { Migration } from '@mikro-orm/migrations';

/** Topics that change while the session runs: the current one, when each was it, those taken out. */
export class Migration20261123000100_topics extends Migration {
  override up(): void {
    this.addSql(`
      alter table topic
        add column removed_at timestamptz,
        add column is_current boolean not null default false,
        add column spells jsonb not null default '[]'`);
    // Clients make the identifiers, so that of one session must not stand in the way of another's.
    this.addSql(`alter table topic drop constraint topic_pkey, add primary key (session_id, id)`);
  }

  override down(): void {
    this.addSql(`delete from topic where removed_at is not null`);
    this.addSql(`
      alter table topic drop constraint topic_pkey, add primary key (id),
        drop column removed_at, drop column is_current, drop column spells`);
  }
}
