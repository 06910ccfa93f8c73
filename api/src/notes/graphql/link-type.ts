import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import type { LinkRecord } from '../store/link-store.ts';

@ObjectType('ResourceLink', { description: 'Something to look at that the mentor shared.' })
export class LinkType {
  @Field(() => ID, { description: 'Identifier, made by the mentor’s device.' })
  readonly id: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly title: string;

  @Field(() => String, { description: 'Its address, which begins with `https://`.' })
  readonly url: string;

  @Field(() => DateTime, { description: 'When it was shared.' })
  readonly sharedAt: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the mentor took it back; null while it is there.',
  })
  readonly removedAt: number | null;

  @Field(() => Cursor, { description: 'Place of its last change in the session’s log.' })
  readonly cursor: string;

  constructor({ id, title, url, sharedAt, removedAt, seq }: LinkRecord) {
    this.id = id;
    this.title = title;
    this.url = url;
    this.sharedAt = sharedAt;
    this.removedAt = removedAt;
    this.cursor = logCursor(seq);
  }
}

@InputType({ description: 'A link to share with the learner.' })
export class ShareLinkInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID made by the mentor’s device. Sharing it again gives the link kept before.',
  })
  linkId!: string;

  @Field(() => String, { description: 'What it is called; 1 to 200 characters.' })
  title!: string;

  @Field(() => String, { description: 'An address that begins with `https://`.' })
  url!: string;
}

@InputType({ description: 'A link to take back.' })
export class RemoveLinkInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Identifier of the link.' })
  linkId!: string;
}

@ObjectType({ implements: Problem, description: 'The link cannot be shared as it is.' })
export class InvalidLink extends Problem {
  @Field(() => String, { description: 'The input field that is to be changed.' })
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

@ObjectType({ implements: Problem, description: 'There is no such link in the session.' })
export class LinkGone extends Problem {
  constructor() {
    super('This link is not there any more.');
  }
}

@ObjectType({
  implements: Problem,
  description: 'The session ended more than a day ago, and its links stay as they are.',
})
export class LinksClosed extends Problem {
  constructor() {
    super('The links of a session can be changed until a day after its end.');
  }
}

export const ShareLinkResult = createUnionType({
  name: 'ShareLinkResult',
  description: 'The link as it was kept, or why it was not.',
  types: () => [LinkType, InvalidLink, LinksClosed] as const,
});

export const RemoveLinkResult = createUnionType({
  name: 'RemoveLinkResult',
  description: 'The link that was taken back, or why it was not.',
  types: () => [LinkType, LinkGone, LinksClosed] as const,
});
