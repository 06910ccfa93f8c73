import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

@Entity({ tableName: 'session_note' })
export class NoteEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  @PrimaryKey({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  text!: string;

  /** Counts the times that it was saved. */
  @Property({ type: 'integer' })
  revision!: number;

  @Property({ type: InstantType })
  savedAt!: number;
}
