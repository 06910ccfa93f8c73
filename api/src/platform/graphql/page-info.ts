import { Field, ObjectType } from 'type-graphql';
import { Cursor } from './cursor.ts';

@ObjectType({ description: 'Whether a list goes on, and from where.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more behind the last edge.' })
  readonly hasNextPage: boolean;

  @Field(() => Cursor, {
    nullable: true,
    description: 'Cursor of the last edge, to be passed as `after`; null where the list is empty.',
  })
  readonly endCursor: string | null;

  constructor(endCursor: string | null, hasNextPage: boolean) {
    this.hasNextPage = hasNextPage;
    this.endCursor = endCursor;
  }
}
