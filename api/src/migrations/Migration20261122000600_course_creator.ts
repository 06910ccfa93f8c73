import { Migration } from '@mikro-orm/migrations';

/** Who made a course, and so may go on editing it; of courses from before, and the operator's, nobody knows. */
export class Migration20261122000600_course_creator extends Migration {
  override up(): void {
    this.addSql(`
      alter table course add column creator_id uuid references person (id) on delete set null`);
  }

  override down(): void {
    this.addSql(`alter table course drop column creator_id`);
  }
}
