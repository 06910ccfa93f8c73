import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

/** One page of one person that has a session open, told by its subscription. */
@Entity({ tableName: 'attendance' })
export class AttendanceEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  @PrimaryKey({ type: 'text' })
  connectionId!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  /** The subscription that opened it last, and alone may close it. */
  @Property({ type: 'uuid' })
  openingId!: string;

  @Property({ type: InstantType })
  since!: number;

  @Property({ type: InstantType })
  seenAt!: number;

  @Property({ type: InstantType, nullable: true })
  closedAt: number | null = null;
}
