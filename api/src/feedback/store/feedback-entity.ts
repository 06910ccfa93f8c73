import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

@Entity({ tableName: 'feedback' })
export class FeedbackEntity {
  @PrimaryKey({ type: 'uuid' })
  sessionId!: string;

  @PrimaryKey({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'smallint' })
  rating!: number;

  @Property({ type: 'text' })
  comment!: string;

  @Property({ type: InstantType })
  givenAt!: number;

  @Property({ type: InstantType })
  changedAt!: number;
}
