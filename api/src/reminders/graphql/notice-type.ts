import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Cursor, listCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { NoticeKind } from '../domain/notice.ts';
import type { Shown } from '../use-cases/own-notices.ts';
import { NoticeKindEnum } from './notice-kind-enum.ts';

@ObjectType('Notice', { description: 'Something that a person was told of one of their sessions.' })
export class NoticeType {
  constructor(private readonly shown: Shown) {}

  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  get id(): string {
    return this.shown.notice.id;
  }

  @Field(() => NoticeKindEnum, { description: 'What it is about.' })
  get kind(): NoticeKind {
    return this.shown.notice.kind;
  }

  @Field(() => SessionType, { description: 'The session, as it is now.' })
  get session(): SessionType {
    return new SessionType(this.shown.snapshot, this.shown.notice.personId);
  }

  @Field(() => String, { description: 'In one line, in English.' })
  get title(): string {
    return this.shown.words.headline;
  }

  @Field(() => String, { description: 'The rest, with times of the person’s own time zone.' })
  get text(): string {
    return this.shown.words.text;
  }

  @Field(() => DateTime, { description: 'When it was to be told.' })
  get dueAt(): number {
    return this.shown.notice.dueAt;
  }

  @Field(() => DateTime, { description: 'When it was told.' })
  get sentAt(): number {
    return this.shown.notice.sentAt;
  }

  @Field(() => DateTime, { nullable: true, description: 'When it was read; null: not yet.' })
  get readAt(): number | null {
    return this.shown.notice.readAt;
  }

  @Field(() => String, { description: 'Page of the app that it leads to.' })
  get path(): string {
    return this.shown.path;
  }
}

@ObjectType('NoticeEdge', { description: 'A notice in a list.' })
export class NoticeEdge {
  @Field(() => Cursor, { description: 'Its place in the list.' })
  readonly cursor: string;

  @Field(() => NoticeType, { description: 'The notice.' })
  readonly node: NoticeType;

  constructor(node: NoticeType) {
    this.cursor = listCursor([node.sentAt, node.id]);
    this.node = node;
  }
}

@ObjectType('NoticeConnection', { description: 'A page of the viewer’s notices.' })
export class NoticeConnection {
  @Field(() => [NoticeEdge], { description: 'The notices of this page, the latest first.' })
  readonly edges: readonly NoticeEdge[];

  @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
  readonly pageInfo: PageInfo;

  @Field(() => Int, { description: 'How many of all the viewer’s notices are not read yet.' })
  readonly unreadCount: number;

  constructor(nodes: readonly NoticeType[], hasNextPage: boolean, unreadCount: number) {
    this.edges = nodes.map((node) => new NoticeEdge(node));
    this.pageInfo = new PageInfo(this.edges.at(-1)?.cursor ?? null, hasNextPage);
    this.unreadCount = unreadCount;
  }
}

@InputType({ description: 'Which notices were read: those named, or all.' })
export class MarkNoticesReadInput {
  @Field(() => [ID], { nullable: true, description: 'Identifiers, 100 at the most.' })
  ids?: string[] | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Every notice of the viewer.' })
  all!: boolean;
}
