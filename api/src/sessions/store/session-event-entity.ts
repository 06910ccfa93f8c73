import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { SessionEventType } from '../domain/session-event.ts';

/** One row of a session's log. */
@Entity({ tableName: 'session_event' })
export class SessionEventEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  @PrimaryKey({ type: 'integer' })
  seq!: number;

  @Property({ type: 'text' })
  type!: SessionEventType;

  @Property({ type: 'uuid', nullable: true })
  personId: string | null = null;

  @Property({ type: InstantType })
  at!: number;

  @Property({ type: InstantType })
  recordedAt!: number;

  @Property({ type: 'json' })
  payload!: Record<string, unknown>;
}
