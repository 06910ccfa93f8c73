import { Migration } from '@mikro-orm/migrations';

/** Files that people upload, messages that carry them, and courses whose chats are not kept. */
export class Migration20261123000200_files extends Migration {
  override up(): void {
    // The bytes are elsewhere, so a row outlives its session until they are gone.
    this.addSql(`
      create table stored_file (
        id uuid primary key,
        session_id uuid references session (id) on delete set null,
        owner_id uuid not null references person (id),
        name text not null,
        media_type text not null,
        bytes integer not null,
        is_picture boolean not null,
        width integer,
        height integer,
        is_whole boolean not null,
        uploaded_at timestamptz not null,
        expires_at timestamptz
      )`);
    this.addSql(
      `create index stored_file_expiry on stored_file (expires_at) where expires_at is not null`,
    );
    this.addSql(`create index stored_file_session on stored_file (session_id)`);
    this.addSql(`alter table chat_message add column file_ids uuid[] not null default '{}'`);
    this.addSql(`alter table course add column chat_unkept_since timestamptz`);
  }

  override down(): void {
    this.addSql(`alter table course drop column chat_unkept_since`);
    this.addSql(`alter table chat_message drop column file_ids`);
    this.addSql(`drop table stored_file`);
  }
}
