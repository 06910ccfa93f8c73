import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { Person, PersonReader } from '../../accounts/person.ts';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances, Quota } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import { resumeStream } from '../../platform/streams/resume-stream.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { mergeDrawings } from '../drawing.ts';
import type { BoardStore } from '../store/board-store.ts';
import { BoardUpdate } from '../store/board-update.ts';
import type { Draw, DrawAnswer } from '../use-cases/draw.ts';
import {
  DrawOnWhiteboardInput,
  DrawOnWhiteboardResult,
  InvalidDrawing,
  Whiteboard,
  WhiteboardClosed,
  WhiteboardFull,
  WhiteboardUpdate,
} from './whiteboard-type.ts';

interface UpdatesArgs {
  readonly sessionId: string;
  readonly after: string | null | undefined;
}

export interface WhiteboardResolverOptions {
  readonly access: SessionAccess;
  readonly people: PersonReader;
  readonly boards: BoardStore;
  readonly draw: Draw;
  readonly allowances: Allowances;
  readonly wakeUps: WakeUps;
}

/** So much that no list of many sessions may ask for all their boards. */
const costOfBoard = 1000;

/** Ten times a second is what our own app draws, and a little more. */
const drawingLimit: Quota = { name: 'drawing', most: 150, windowMs: 10_000 };

/** An update may be large, so fewer of them are held at a time than of other rows. */
const pageSize = 50;

@Resolver(() => SessionType)
export class WhiteboardResolver {
  constructor(private readonly options: WhiteboardResolverOptions) {}

  @FieldResolver(() => Whiteboard, {
    description: 'The whiteboard as it is now.',
    complexity: costOfBoard,
  })
  async whiteboard(@Root() session: SessionType): Promise<Whiteboard> {
    const { lastSeq, updates } = await this.options.boards.whole(session.id);
    const contents = updates.map(({ content }) => content);
    return new Whiteboard(lastSeq, () => (contents.length > 0 ? mergeDrawings(contents) : null));
  }

  @Mutation(() => DrawOnWhiteboardResult, {
    description: 'Draws on the whiteboard. Errors: `TOO_MANY_REQUESTS` above 150 in ten seconds.',
  })
  async drawOnWhiteboard(
    @Ctx() context: RequestContext,
    @Arg('input', () => DrawOnWhiteboardInput, { description: 'What to draw, and where.' })
    { sessionId, updateId, update }: DrawOnWhiteboardInput,
  ): Promise<WhiteboardUpdate | InvalidDrawing | WhiteboardFull | WhiteboardClosed> {
    const { access, allowances, draw, people } = this.options;
    const { personId } = await access.require(context, 'DRAW', sessionId);
    if (!isId(updateId)) throw badInput('`updateId` is to be a UUID.');
    await charge(allowances, drawingLimit, personId);
    const answer = await draw.run({ sessionId, updateId, update, personId });
    if ('rejected' in answer) return refusal(answer.rejected);
    return new WhiteboardUpdate(answer.update, (id) => people.byId(id));
  }

  @Subscription(() => WhiteboardUpdate, {
    description:
      'The whiteboard as it is drawn, each update once and in order. Without `after`, or with one that is older than the snapshot, the snapshot comes first.',
    subscribe: streamFrom(
      () => WhiteboardResolver,
      (resolver, { args, context }: { args: UpdatesArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  whiteboardUpdates(
    @Root() update: WhiteboardUpdate,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    _after: string | null,
  ): WhiteboardUpdate {
    return update;
  }

  private async open(
    { sessionId, after }: UpdatesArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<WhiteboardUpdate>> {
    await this.options.access.require(context, 'READ', sessionId);
    return this.follow(sessionId, after ? readLogCursor(after) : 0, signal);
  }

  private async *follow(
    sessionId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<WhiteboardUpdate> {
    const { boards, wakeUps, people } = this.options;
    const rows = resumeStream({
      topic: `board:${sessionId}`,
      wakeUps,
      after,
      readAfter: (position, limit) => boards.behind(sessionId, position, limit),
      positionOf: (row) => row.seq,
      isRow: (row) => row instanceof BoardUpdate,
      pageSize,
      signal,
    });
    const known = new Map<string, Promise<Person>>();
    const authorOf = (personId: string) => {
      const author = known.get(personId) ?? people.byId(personId);
      known.set(personId, author);
      return author;
    };
    for await (const row of rows) yield new WhiteboardUpdate(row, authorOf);
  }
}

function refusal(
  rejected: Extract<DrawAnswer, { rejected: string }>['rejected'],
): InvalidDrawing | WhiteboardFull | WhiteboardClosed {
  switch (rejected) {
    case 'TOO_LARGE':
      return new InvalidDrawing('This is too large to be drawn at one go.');
    case 'UNREADABLE':
      return new InvalidDrawing('This is not a drawing that can be read.');
    case 'ID_TAKEN':
      return new InvalidDrawing('Something else has this identifier already.');
    case 'FULL':
      return new WhiteboardFull();
    case 'CLOSED':
      return new WhiteboardClosed();
    default:
      return rejected satisfies never;
  }
}
