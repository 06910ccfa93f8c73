import { Migration } from '@mikro-orm/migrations';

/** Each person's own notes on a session, and the links that its mentor shares. */
export class Migration20261123000500_notes extends Migration {
  override up(): void {
    this.addSql(`
      create table session_note (
        session_id uuid not null references session (id) on delete cascade,
        person_id uuid not null references person (id) on delete cascade,
        text text not null,
        revision integer not null,
        saved_at timestamptz not null,
        primary key (session_id, person_id)
      )`);
    this.addSql(`
      create table resource_link (
        session_id uuid not null references session (id) on delete cascade,
        id uuid not null,
        seq integer not null,
        title text not null,
        url text not null,
        shared_at timestamptz not null,
        removed_at timestamptz,
        primary key (session_id, id)
      )`);
    this.addSql(`create unique index resource_link_place on resource_link (session_id, seq)`);
  }

  override down(): void {
    this.addSql(`drop table resource_link`);
    this.addSql(`drop table session_note`);
  }
}
