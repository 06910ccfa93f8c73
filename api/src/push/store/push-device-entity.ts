import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';

@Entity({ tableName: 'push_subscription' })
export class PushDeviceEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  personId!: string;

  @Property({ type: 'text' })
  endpoint!: string;

  @Property({ type: 'text' })
  p256dh!: string;

  @Property({ type: 'text' })
  auth!: string;

  @Property({ type: 'text' })
  device!: string;

  @Property({ type: InstantType })
  addedAt!: number;

  /** When the browser last said that the subscription is still its own. */
  @Property({ type: InstantType })
  renewedAt!: number;
}
