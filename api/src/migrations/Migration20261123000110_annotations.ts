import { Migration } from '@mikro-orm/migrations';

/** What the mentor writes on the topics of a session. */
export class Migration20261123000110_annotations extends Migration {
  override up(): void {
    this.addSql(`
      create table annotation (
        session_id uuid not null references session (id) on delete cascade,
        id uuid not null,
        topic_id uuid,
        kind text not null check (kind in ('INSIGHT', 'HOMEWORK', 'QUESTION')),
        is_private boolean not null,
        was_shared boolean not null,
        text text not null,
        author_id uuid not null references person (id),
        written_at timestamptz not null,
        session_ms integer not null,
        revision integer not null,
        edited_at timestamptz,
        withdrawn_at timestamptz,
        seq integer not null,
        primary key (session_id, id)
      )`);
    this.addSql(`create unique index annotation_order on annotation (session_id, seq)`);
  }

  override down(): void {
    this.addSql(`drop table annotation`);
  }
}
