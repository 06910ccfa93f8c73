import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { AnnotationKind } from '../domain/annotation.ts';

@Entity({ tableName: 'annotation' })
export class AnnotationEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  /** Made by the author's device, so that a repeated request is the same annotation. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', nullable: true })
  topicId: string | null = null;

  @Property({ type: 'text' })
  kind!: AnnotationKind;

  @Property({ type: 'boolean' })
  isPrivate!: boolean;

  @Property({ type: 'boolean' })
  wasShared!: boolean;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: 'uuid' })
  authorId!: string;

  @Property({ type: InstantType })
  writtenAt!: number;

  @Property({ type: 'integer' })
  sessionMs!: number;

  @Property({ type: 'integer' })
  revision!: number;

  @Property({ type: InstantType, nullable: true })
  editedAt: number | null = null;

  @Property({ type: InstantType, nullable: true })
  withdrawnAt: number | null = null;

  /** Place of its last change in the session's log. */
  @Property({ type: 'integer' })
  seq!: number;
}
