import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import { TopicType } from '../../sessions/graphql/topic-type.ts';
import type { AnnotationKind } from '../domain/annotation.ts';
import type { AnnotationRecord } from '../store/annotation-store.ts';

export const AnnotationKindEnum = {
  INSIGHT: 'INSIGHT',
  HOMEWORK: 'HOMEWORK',
  QUESTION: 'QUESTION',
} as const satisfies Record<AnnotationKind, AnnotationKind>;

registerEnumType(AnnotationKindEnum, {
  name: 'AnnotationKind',
  description: 'What an annotation is for.',
  valuesConfig: {
    INSIGHT: { description: 'Something worth remembering.' },
    HOMEWORK: { description: 'Something to do until next time.' },
    QUESTION: { description: 'Something to come back to.' },
  },
});

/** Where the rest of an annotation is looked up, only when somebody asks for it. */
export interface AnnotationLinks {
  author(): Promise<Person>;
  topic(): Promise<TopicType | null>;
}

@ObjectType('Annotation', { description: 'What the mentor wrote on a topic, and when.' })
export class AnnotationType {
  @Field(() => ID, { description: 'Identifier, made by the author’s device.' })
  readonly id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The topic’s identifier; null where there was none to write on.',
  })
  readonly topicId: string | null;

  @Field(() => AnnotationKindEnum, { description: 'What it is for.' })
  readonly kind: AnnotationKind;

  @Field(() => Boolean, { description: 'Whether only the mentor sees it.' })
  readonly isPrivate: boolean;

  @Field(() => String, {
    description: 'Plain text of at most 4,000 characters; empty where it was withdrawn.',
  })
  readonly text: string;

  @Field(() => DateTime, { description: 'When it was written.' })
  readonly writtenAt: number;

  @Field(() => Int, { description: 'The session’s active time in milliseconds by then.' })
  readonly sessionMs: number;

  @Field(() => Int, { description: 'Counts its changes; an edit names the one it is of.' })
  readonly revision: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was changed last.' })
  readonly editedAt: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back.' })
  readonly withdrawnAt: number | null;

  @Field(() => Cursor, { description: 'Place of its last change in the session’s log.' })
  readonly cursor: string;

  constructor(
    record: Omit<AnnotationRecord, 'wasShared'>,
    private readonly links: AnnotationLinks,
  ) {
    this.id = record.id;
    this.topicId = record.topicId;
    this.kind = record.kind;
    this.isPrivate = record.isPrivate;
    this.text = record.text;
    this.writtenAt = record.writtenAt;
    this.sessionMs = record.sessionMs;
    this.revision = record.revision;
    this.editedAt = record.editedAt;
    this.withdrawnAt = record.withdrawnAt;
    this.cursor = logCursor(record.seq);
  }

  @Field(() => PersonType, { description: 'Who wrote it.' })
  async author(): Promise<PersonType> {
    return new PersonType(await this.links.author());
  }

  @Field(() => TopicType, {
    nullable: true,
    description: 'What it is about, also where that was taken out of the plan since.',
  })
  async topic(): Promise<TopicType | null> {
    return await this.links.topic();
  }
}

@ObjectType('AnnotationEdge', { description: 'An annotation in a list.' })
export class AnnotationEdge {
  @Field(() => Cursor, { description: 'Its place in the list.' })
  readonly cursor: string;

  @Field(() => AnnotationType, { description: 'The annotation.' })
  readonly node: AnnotationType;

  constructor(node: AnnotationType) {
    this.cursor = node.cursor;
    this.node = node;
  }
}

@ObjectType('AnnotationConnection', { description: 'A page of annotations, by their last change.' })
export class AnnotationConnection {
  @Field(() => [AnnotationEdge], { description: 'The annotations of this page.' })
  readonly edges: readonly AnnotationEdge[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  readonly pageInfo: PageInfo;

  constructor(nodes: readonly AnnotationType[], hasNextPage: boolean) {
    this.edges = nodes.map((node) => new AnnotationEdge(node));
    this.pageInfo = new PageInfo(nodes.at(-1)?.cursor ?? null, hasNextPage);
  }
}
