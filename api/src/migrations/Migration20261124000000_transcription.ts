import { Migration } from '@mikro-orm/migrations';

/** Who writes down what is said in which session. */
export class Migration20261124000000_transcription extends Migration {
  override up(): void {
    this.addSql(`
      create table transcription_lease (
        session_id uuid primary key references session (id) on delete cascade,
        holder uuid,
        until timestamptz not null default '-infinity'
      )`);
  }

  override down(): void {
    this.addSql(`drop table transcription_lease`);
  }
}
