import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ConsentPolicy } from '../domain/session-event.ts';
import type { CourseLink } from '../session-snapshot.ts';
import { InstantType } from '../../platform/database/instant-type.ts';

@Entity({ tableName: 'course' })
export class CourseEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text' })
  description!: string;

  @Property({ type: 'json' })
  links!: readonly CourseLink[];

  @Property({ type: 'boolean' })
  keepsTranscript!: boolean;

  @Property({ type: 'text' })
  transcriptConsent!: ConsentPolicy;

  @Property({ type: 'text' })
  recordingConsent!: ConsentPolicy;

  @Property({ type: 'uuid', nullable: true })
  creatorId!: string | null;

  /** Chats of sessions that ended since then are not kept. */
  @Property({ type: InstantType, nullable: true })
  chatUnkeptSince!: number | null;

  @Property({ type: InstantType })
  createdAt!: number;
}
