import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

@Entity({ tableName: 'resource_link' })
export class ResourceLinkEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  /** Made by the mentor's device, so that a repeated request is the same link. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Place of its last change in the session's log. */
  @Property({ type: 'integer' })
  seq!: number;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  url!: string;

  @Property({ type: InstantType })
  sharedAt!: number;

  @Property({ type: InstantType, nullable: true })
  removedAt: number | null = null;
}
