import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import type { BoardUpdate } from '../store/board-update.ts';

/** A board as it is, made where somebody asks for it. */
export interface BoardState {
  readonly lastSeq: number;
  readonly merged: Uint8Array | null;
}

@ObjectType({ description: 'What the two have drawn: a Yjs document with a map `shapes`.' })
export class Whiteboard {
  @Field(() => String, {
    nullable: true,
    description:
      'The whole drawing as one Yjs update (version 1) in Base64; null while it is empty.',
  })
  readonly state: string | null;

  @Field(() => Int, { description: 'How many bytes the drawing has.' })
  readonly bytes: number;

  @Field(() => Cursor, {
    description: 'Up to here it is whole; `whiteboardUpdates` goes on from it.',
  })
  readonly cursor: string;

  constructor({ lastSeq, merged }: BoardState) {
    this.state = merged ? Buffer.from(merged).toString('base64') : null;
    this.bytes = merged?.length ?? 0;
    this.cursor = logCursor(lastSeq);
  }
}

@ObjectType({ description: 'What was drawn at one go, or a snapshot of what was drawn before.' })
export class WhiteboardUpdate {
  @Field(() => ID, {
    nullable: true,
    description: 'Identifier, made by the sender’s device; null for a snapshot.',
  })
  readonly id: string | null;

  @Field(() => String, { description: 'A Yjs update (version 1) in Base64.' })
  readonly update: string;

  @Field(() => Boolean, {
    description: 'Whether it holds everything up to its place, and not just what was drawn there.',
  })
  readonly isSnapshot: boolean;

  @Field(() => DateTime, { description: 'When the server kept it.' })
  readonly drawnAt: number;

  @Field(() => Cursor, { description: 'Its place; updates are in its order.' })
  readonly cursor: string;

  /** The author is looked up only where somebody asks who it is. */
  constructor(
    update: BoardUpdate,
    private readonly findAuthor: (personId: string) => Person | Promise<Person>,
    private readonly personId = update.personId,
  ) {
    this.id = update.id;
    this.update = Buffer.from(update.content).toString('base64');
    this.isSnapshot = update.isSnapshot;
    this.drawnAt = update.drawnAt;
    this.cursor = logCursor(update.seq);
  }

  @Field(() => PersonType, { nullable: true, description: 'Who drew it; null for a snapshot.' })
  async author(): Promise<PersonType | null> {
    return this.personId === null ? null : new PersonType(await this.findAuthor(this.personId));
  }
}

@InputType({ description: 'Something to draw on the whiteboard.' })
export class DrawOnWhiteboardInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID made by the sender. Sending it again gives what was kept before.',
  })
  updateId!: string;

  @Field(() => String, {
    description: 'A Yjs update (version 1) in Base64; at most 64 KiB before it is written so.',
  })
  update!: string;
}

@ObjectType({ implements: Problem, description: 'What was sent is no drawing, or too large.' })
export class InvalidDrawing extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'No more fits on the whiteboard: 4 MiB at the most.',
})
export class WhiteboardFull extends Problem {
  constructor() {
    super('The whiteboard is full. Remove something first.');
  }
}

@ObjectType({ implements: Problem, description: 'The session has ended, and its board with it.' })
export class WhiteboardClosed extends Problem {
  constructor() {
    super('This session has ended. You can look at the whiteboard, and no longer draw on it.');
  }
}

export const DrawOnWhiteboardResult = createUnionType({
  name: 'DrawOnWhiteboardResult',
  description: 'What was drawn as it was kept, or why it was not.',
  types: () => [WhiteboardUpdate, InvalidDrawing, WhiteboardFull, WhiteboardClosed] as const,
});
