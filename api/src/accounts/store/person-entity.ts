import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { Role } from '../viewer.ts';

@Entity({ tableName: 'person' })
export class PersonEntity {
  /** Also the identifier of the person's account in the sign-in library. */
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'text' })
  displayName!: string;

  /** Always in lower case. */
  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'array' })
  roles!: Role[];

  @Property({ type: 'text', nullable: true })
  avatarUrl: string | null = null;

  @Property({ type: 'text', nullable: true })
  timeZone: string | null = null;

  @Property({ type: InstantType })
  createdAt!: number;
}
