import { Migration } from '@mikro-orm/migrations';

/** What the two draw: a snapshot of what is older, and the updates since then. */
export class Migration20261123000400_whiteboard extends Migration {
  override up(): void {
    this.addSql(`
      create table whiteboard (
        session_id uuid primary key references session (id) on delete cascade,
        last_seq integer not null,
        snapshot_seq integer not null default 0,
        snapshot_at timestamptz,
        snapshot bytea,
        bytes integer not null
      )`);
    this.addSql(`
      create table whiteboard_update (
        session_id uuid not null references session (id) on delete cascade,
        seq integer not null,
        update_id uuid not null,
        person_id uuid not null references person (id),
        drawn_at timestamptz not null,
        content bytea not null,
        primary key (session_id, seq)
      )`);
    this.addSql(
      `create unique index whiteboard_update_once on whiteboard_update (session_id, update_id)`,
    );
  }

  override down(): void {
    this.addSql(`drop table whiteboard_update`);
    this.addSql(`drop table whiteboard`);
  }
}
