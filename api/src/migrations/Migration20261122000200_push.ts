import { Migration } from '@mikro-orm/migrations';

/** The key pair by which push services know us, and the devices that wish to be told. */
export class Migration20261122000200_push extends Migration {
  override up(): void {
    // One row at the most, so that replicas that start together end with the same pair.
    this.addSql(`
      create table push_key (
        is_only boolean primary key default true check (is_only),
        public_key text not null,
        private_key text not null,
        made_at timestamptz not null
      )`);
    this.addSql(`
      create table push_subscription (
        id uuid primary key,
        person_id uuid not null references person (id) on delete cascade,
        endpoint text not null unique,
        p256dh text not null,
        auth text not null,
        device text not null,
        added_at timestamptz not null,
        renewed_at timestamptz not null
      )`);
    this.addSql(`create index push_subscription_person on push_subscription (person_id)`);
  }

  override down(): void {
    this.addSql(`drop table push_subscription`);
    this.addSql(`drop table push_key`);
  }
}
