import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

@Entity({ tableName: 'chat_message' })
export class ChatMessageEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  /** Made by the sender's device, so that a repeated request is the same message. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Place in the session's log. */
  @Property({ type: 'integer' })
  seq!: number;

  @Property({ type: 'uuid' })
  authorId!: string;

  @Property({ type: 'text' })
  text!: string;

  @Property({ type: InstantType })
  sentAt!: number;

  /** The files that go with it, in order. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  fileIds!: string[];
}
