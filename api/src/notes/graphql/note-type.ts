import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import type { NoteRecord } from '../store/note-store.ts';

@ObjectType('SessionNotes', {
  description: 'What a person wrote on a session for themselves; nobody else reads it.',
})
export class NotesType {
  @Field(() => String, { description: 'Plain text of at most 50,000 characters; may be empty.' })
  readonly text: string;

  @Field(() => Int, { description: 'Counts the times that they were saved; 0 before the first.' })
  readonly revision: number;

  @Field(() => DateTime, { nullable: true, description: 'When they were last saved.' })
  readonly savedAt: number | null;

  constructor(notes: NoteRecord | null) {
    this.text = notes?.text ?? '';
    this.revision = notes?.revision ?? 0;
    this.savedAt = notes?.savedAt ?? null;
  }
}

@InputType({ description: 'One’s own notes on a session.' })
export class SaveNotesInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => String, { description: 'All of the notes, up to 50,000 characters.' })
  text!: string;

  @Field(() => Int, {
    description: 'The revision that the text was written upon; 0 where there was none.',
  })
  revision!: number;
}

@ObjectType({ implements: Problem, description: 'The notes cannot be kept as they are.' })
export class InvalidNotes extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The notes were saved from elsewhere since; nothing was overwritten.',
})
export class NotesChanged extends Problem {
  @Field(() => NotesType, { description: 'The notes as they are kept.' })
  readonly current: NotesType;

  constructor(current: NotesType) {
    super('Your notes were also changed on another page.');
    this.current = current;
  }
}

export const SaveNotesResult = createUnionType({
  name: 'SaveNotesResult',
  description: 'The notes as they were kept, or why they were not.',
  types: () => [NotesType, NotesChanged, InvalidNotes] as const,
});
