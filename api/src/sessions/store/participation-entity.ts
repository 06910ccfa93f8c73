import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { LeaveReason } from '../domain/session-event.ts';

/** One continuous stay of one person's connection in the room. */
@Entity({ tableName: 'participation' })
export class ParticipationEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  @PrimaryKey({ type: 'text' })
  sid!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  connectionId!: string;

  @Property({ type: InstantType })
  joinedAt!: number;

  @Property({ type: InstantType, nullable: true })
  leftAt: number | null = null;

  @Property({ type: 'text', nullable: true })
  reason: LeaveReason | null = null;

  /** Last time at which the room's participant list showed this connection. */
  @Property({ type: InstantType })
  lastSeenAt!: number;
}
