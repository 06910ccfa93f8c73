import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { EndReason, SessionOutcome, SessionStatus } from '../domain/session-event.ts';

/** What lists and filters need of a session; written together with the log that it is derived from. */
@Entity({ tableName: 'session' })
export class SessionEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  courseId!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'uuid' })
  mentorId!: string;

  @Property({ type: 'uuid' })
  learnerId!: string;

  @Property({ type: InstantType })
  startsAt!: number;

  @Property({ type: InstantType })
  endsAt!: number;

  @Property({ type: 'text' })
  status!: SessionStatus;

  @Property({ type: InstantType, nullable: true })
  actualStart: number | null = null;

  @Property({ type: InstantType, nullable: true })
  actualEnd: number | null = null;

  @Property({ type: 'text', nullable: true })
  outcome: SessionOutcome | null = null;

  @Property({ type: 'text', nullable: true })
  endReason: EndReason | null = null;

  @Property({ type: 'integer' })
  activeMs = 0;

  @Property({ type: 'integer' })
  lastSeq = 0;

  @Property({ type: InstantType, nullable: true })
  nextDueAt: number | null = null;

  @Property({ type: InstantType })
  createdAt!: number;

  /** When its phase or clock last changed. */
  @Property({ type: InstantType })
  changedAt!: number;
}
