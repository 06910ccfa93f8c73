import { Migration } from '@mikro-orm/migrations';

/** What people chose, apart from the usual. */
export class Migration20261122000100_preferences extends Migration {
  override up(): void {
    this.addSql(`
      create table preference (
        person_id uuid primary key references person (id) on delete cascade,
        choices jsonb not null,
        revision integer not null,
        changed_at timestamptz not null
      )`);
  }

  override down(): void {
    this.addSql(`drop table preference`);
  }
}
