import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A course for which a mentor's time can be booked. */
@Entity({ tableName: 'availability_course' })
export class AvailabilityCourseEntity {
  @PrimaryKey({ type: 'uuid' })
  mentorId!: string;

  @PrimaryKey({ type: 'uuid' })
  courseId!: string;
}
