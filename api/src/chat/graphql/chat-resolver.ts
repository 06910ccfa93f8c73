import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import type { Person, PersonReader } from '../../accounts/person.ts';
import type { RequestContext } from '../../accounts/request-context.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import { resumeStream } from '../../platform/streams/resume-stream.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { isChatKept } from '../domain/kept-chat.ts';
import { MessageRecord, type MessageStore } from '../store/message-store.ts';
import type { SendAnswer, SendMessage } from '../use-cases/send-message.ts';
import {
  ChatClosed,
  InvalidMessage,
  MessageConnection,
  MessageType,
  SendMessageInput,
  SendMessageResult,
} from './message-type.ts';

interface MessagesArgs {
  readonly sessionId: string;
  readonly after: string | null | undefined;
}

export interface ChatResolverOptions {
  readonly access: SessionAccess;
  readonly people: PersonReader;
  readonly messages: MessageStore;
  readonly send: SendMessage;
  readonly wakeUps: WakeUps;
}

const longestPage = 200;

@Resolver(() => SessionType)
export class ChatResolver {
  constructor(private readonly options: ChatResolverOptions) {}

  @FieldResolver(() => MessageConnection, { description: 'The chat, from its beginning.' })
  async messages(
    @Root() session: SessionType,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
    @Arg('first', () => Int, { defaultValue: 200, description: 'How many at the most, up to 200.' })
    first: number,
  ): Promise<MessageConnection> {
    if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 200.');
    const position = after ? readLogCursor(after) : 0;
    const found = await this.options.messages.after(session.id, position, first + 1);
    return new MessageConnection(await this.views(found.slice(0, first)), found.length > first);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether the chat can be read after the session. Its course may not keep it.',
  })
  keepsChat(@Root() { actualEnd, snapshot }: SessionType): boolean {
    return isChatKept(actualEnd, snapshot.course.chatUnkeptSince);
  }

  @Mutation(() => SendMessageResult, { description: 'Writes a line in the chat.' })
  async sendMessage(
    @Ctx() context: RequestContext,
    @Arg('input', () => SendMessageInput, { description: 'What to write, and where.' })
    input: SendMessageInput,
  ): Promise<MessageType | InvalidMessage | ChatClosed> {
    const { personId } = await this.options.access.require(context, 'CHAT', input.sessionId);
    if (!isId(input.messageId)) throw badInput('`messageId` is to be a UUID.');
    const answer = await this.options.send.run({ ...input, authorId: personId });
    if ('rejected' in answer) return refusal(answer.rejected);
    return new MessageType(answer.message, () => this.options.people.byId(personId));
  }

  @Subscription(() => MessageType, {
    description:
      'The chat as it is written, each line once and in order. Without `after` from the beginning.',
    subscribe: streamFrom(
      () => ChatResolver,
      (resolver, { args, context }: { args: MessagesArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  chatMessages(
    @Root() message: MessageType,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    _after: string | null,
  ): MessageType {
    return message;
  }

  private async open(
    { sessionId, after }: MessagesArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<MessageType>> {
    await this.options.access.require(context, 'READ', sessionId);
    return this.follow(sessionId, after ? readLogCursor(after) : 0, signal);
  }

  private async *follow(
    sessionId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<MessageType> {
    const { messages, wakeUps, people } = this.options;
    const rows = resumeStream({
      topic: `session:${sessionId}`,
      wakeUps,
      after,
      readAfter: (position, limit) => messages.after(sessionId, position, limit),
      positionOf: (row) => row.seq,
      isRow: (row) => row instanceof MessageRecord,
      signal,
    });
    const known = new Map<string, Person>();
    for await (const row of rows) {
      const author = known.get(row.authorId) ?? (await people.byId(row.authorId));
      known.set(row.authorId, author);
      yield new MessageType(row, () => author);
    }
  }

  private async views(rows: readonly MessageRecord[]): Promise<readonly MessageType[]> {
    const authors = await this.options.people.byIds([...new Set(rows.map((row) => row.authorId))]);
    return rows.flatMap((row) => {
      const author = authors.get(row.authorId);
      return author ? [new MessageType(row, () => author)] : [];
    });
  }
}

function refusal(
  rejected: Extract<SendAnswer, { rejected: string }>['rejected'],
): InvalidMessage | ChatClosed {
  switch (rejected) {
    case 'EMPTY':
      return new InvalidMessage('Write something first.');
    case 'TOO_LONG':
      return new InvalidMessage('A message has at most 4,000 characters. Send it in parts.');
    case 'UNREADABLE':
      return new InvalidMessage('The message has characters that cannot be shown.');
    case 'TOO_MANY_FILES':
      return new InvalidMessage('A message takes up to 10 files. Send it in parts.');
    case 'FILE_GONE':
      return new InvalidMessage('A file of this message is no longer there. Attach it again.');
    case 'ID_TAKEN':
      return new InvalidMessage('Another message has this identifier already.');
    case 'CLOSED':
      return new ChatClosed();
    default:
      return rejected satisfies never;
  }
}
