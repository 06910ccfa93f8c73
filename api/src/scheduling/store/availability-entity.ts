import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { DayException, WeeklyHours } from '../domain/availability.ts';

/** When a mentor has time. */
@Entity({ tableName: 'availability' })
export class AvailabilityEntity {
  @PrimaryKey({ type: 'uuid' })
  mentorId!: string;

  @Property({ type: 'text' })
  timeZone!: string;

  @Property({ type: 'integer' })
  sessionMinutes!: number;

  @Property({ type: 'integer' })
  noticeMinutes!: number;

  @Property({ type: 'integer' })
  horizonDays!: number;

  @Property({ type: 'json' })
  weekly!: readonly WeeklyHours[];

  @Property({ type: 'json' })
  exceptions!: readonly DayException[];

  @Property({ type: InstantType })
  changedAt!: number;
}
