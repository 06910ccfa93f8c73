import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { FileType } from '../../files/graphql/file-type.ts';
import type { MessageRecord } from '../store/message-store.ts';

@ObjectType('ChatMessage', { description: 'A line of the chat.' })
export class MessageType {
  @Field(() => ID, { description: 'Identifier, made by the sender’s device.' })
  readonly id: string;

  @Field(() => String, {
    description:
      'What was written; plain text of at most 4,000 characters, which may have code between backquotes and formulas between dollar signs. Empty where only files were sent.',
  })
  readonly text: string;

  @Field(() => [FileType], { description: 'What goes with it, in order.' })
  readonly attachments: readonly FileType[];

  @Field(() => DateTime, { description: 'When the server kept it.' })
  readonly sentAt: number;

  @Field(() => Cursor, {
    description: 'Its place in the session’s log; messages are in its order.',
  })
  readonly cursor: string;

  /** The author is looked up only where somebody asks who it is. */
  constructor(
    message: MessageRecord,
    private readonly findAuthor: () => Person | Promise<Person>,
  ) {
    this.id = message.id;
    this.text = message.text;
    this.attachments = message.files.map((file) => new FileType(file));
    this.sentAt = message.sentAt;
    this.cursor = logCursor(message.seq);
  }

  @Field(() => PersonType, { description: 'Who wrote it.' })
  async author(): Promise<PersonType> {
    return new PersonType(await this.findAuthor());
  }
}

@ObjectType('ChatMessageEdge', { description: 'A line of the chat in a list.' })
export class MessageEdge {
  @Field(() => Cursor, { description: 'Its place in the list.' })
  readonly cursor: string;

  @Field(() => MessageType, { description: 'The line.' })
  readonly node: MessageType;

  constructor(node: MessageType) {
    this.cursor = node.cursor;
    this.node = node;
  }
}

@ObjectType('ChatMessageConnection', { description: 'A page of the chat, in order.' })
export class MessageConnection {
  @Field(() => [MessageEdge], { description: 'The lines of this page.' })
  readonly edges: readonly MessageEdge[];

  @Field(() => PageInfo, { description: 'Whether and where the chat goes on.' })
  readonly pageInfo: PageInfo;

  constructor(nodes: readonly MessageType[], hasNextPage: boolean) {
    this.edges = nodes.map((node) => new MessageEdge(node));
    this.pageInfo = new PageInfo(nodes.at(-1)?.cursor ?? null, hasNextPage);
  }
}

@InputType({ description: 'A line to write in the chat.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID made by the sender. Sending it again gives the line that was kept before.',
  })
  messageId!: string;

  @Field(() => String, {
    description:
      'What to write; up to 4,000 characters, and at least one where no file goes with it.',
  })
  text!: string;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Files that the sender has uploaded with `POST /files?session=…&name=…` in this session, up to 10. Each goes with one line.',
  })
  fileIds!: string[];
}

@ObjectType({ implements: Problem, description: 'The line cannot be kept as it is.' })
export class InvalidMessage extends Problem {}

@ObjectType({ implements: Problem, description: 'The session has ended, and its chat with it.' })
export class ChatClosed extends Problem {
  constructor() {
    super('This session has ended. You can read the chat, and no longer write.');
  }
}

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'The line as it was kept, or why it was not.',
  types: () => [MessageType, InvalidMessage, ChatClosed] as const,
});
