import { Migration } from '@mikro-orm/migrations';

/** What is too old is found without reading what is not. */
export class Migration20261122000700_retention extends Migration {
  override up(): void {
    this.addSql(`create index notice_expiry on notice (expires_at)`);
    this.addSql(`create index session_expiry on auth.session ("expiresAt")`);
    this.addSql(`create index verification_expiry on auth.verification ("expiresAt")`);
  }

  override down(): void {
    this.addSql(`drop index auth.verification_expiry`);
    this.addSql(`drop index auth.session_expiry`);
    this.addSql(`drop index notice_expiry`);
  }
}
