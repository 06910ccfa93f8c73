import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { Stay } from '../domain/stays.ts';

/** A topic of a session's plan; written anew from the log whenever the plan changes. */
@Entity({ tableName: 'topic' })
export class TopicEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: InstantType, nullable: true })
  doneAt: number | null = null;

  @Property({ type: InstantType, nullable: true })
  removedAt: number | null = null;

  @Property({ type: 'boolean' })
  isCurrent = false;

  @Property({ type: 'json' })
  spells: readonly Stay[] = [];
}
