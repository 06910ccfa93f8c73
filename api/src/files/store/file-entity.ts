import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

/** A file that was uploaded, or is just being. Its bytes are in the storage. */
@Entity({ tableName: 'stored_file' })
export class FileEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', nullable: true })
  sessionId!: string | null;

  @Property({ type: 'uuid' })
  ownerId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  mediaType!: string;

  @Property({ type: 'integer' })
  bytes!: number;

  @Property({ type: 'boolean' })
  isPicture!: boolean;

  @Property({ type: 'integer', nullable: true })
  width!: number | null;

  @Property({ type: 'integer', nullable: true })
  height!: number | null;

  /** Whether all of it has arrived. */
  @Property({ type: 'boolean' })
  isWhole!: boolean;

  @Property({ type: InstantType })
  uploadedAt!: number;

  /** When it goes if nothing uses it by then. */
  @Property({ type: InstantType, nullable: true })
  expiresAt!: number | null;
}
