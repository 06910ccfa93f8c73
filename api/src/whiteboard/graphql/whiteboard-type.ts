import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import type { BoardUpdate } from '../store/board-update.ts';

@ObjectType({ description: 'What the two have drawn: a Yjs document with a map `shapes`.' })
export class Whiteboard {
  @Field(() => Cursor, {
    description: 'Up to here it is whole; `whiteboardUpdates` goes on from it.',
  })
  readonly cursor: string;

  /** It is put together only where somebody asks for it. */
  constructor(
    lastSeq: number,
    private readonly merge: () => Uint8Array | null,
  ) {
    this.cursor = logCursor(lastSeq);
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The whole drawing as one Yjs update (version 1) in Base64; null while nothing was drawn.',
  })
  state(): string | null {
    const merged = this.merge();
    return merged && Buffer.from(merged).toString('base64');
  }

  @Field(() => Int, { description: 'How many bytes the drawing has.' })
  bytes(): number {
    return this.merge()?.length ?? 0;
  }
}

@ObjectType({ description: 'What was drawn at one go, or a snapshot of what was drawn before.' })
export class WhiteboardUpdate {
  @Field(() => ID, {
    nullable: true,
    description: 'Identifier, made by the sender’s device; null for a snapshot.',
  })
  readonly id: string | null;

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
    private readonly row: BoardUpdate,
    private readonly findAuthor: (personId: string) => Person | Promise<Person>,
  ) {
    this.id = row.id;
    this.isSnapshot = row.isSnapshot;
    this.drawnAt = row.drawnAt;
    this.cursor = logCursor(row.seq);
  }

  @Field(() => PersonType, { nullable: true, description: 'Who drew it; null for a snapshot.' })
  async author(): Promise<PersonType | null> {
    const { personId } = this.row;
    return personId === null ? null : new PersonType(await this.findAuthor(personId));
  }

  @Field(() => String, { description: 'A Yjs update (version 1) in Base64.' })
  update(): string {
    return Buffer.from(this.row.content).toString('base64');
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
