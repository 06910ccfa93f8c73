import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { noteLimits } from '../note-limits.ts';
import type { NoteStore } from '../store/note-store.ts';
import type { SaveNotes } from '../use-cases/save-notes.ts';
import {
  InvalidNotes,
  NotesChanged,
  NotesType,
  SaveNotesInput,
  SaveNotesResult,
} from './note-type.ts';

export interface NoteResolverOptions {
  readonly access: SessionAccess;
  readonly notes: NoteStore;
  readonly save: SaveNotes;
  readonly allowances: Allowances;
}

@Resolver(() => SessionType)
export class NoteResolver {
  constructor(private readonly options: NoteResolverOptions) {}

  @FieldResolver(() => NotesType, {
    nullable: true,
    description:
      'What the viewer wrote on the session for themselves; null where they are neither of the two.',
  })
  async viewerNotes(@Root() session: SessionType): Promise<NotesType | null> {
    if (session.viewerRole === 'ADMIN') return null;
    const place = { sessionId: session.id, personId: session.viewerId };
    return new NotesType(await this.options.notes.of(place));
  }

  @Mutation(() => SaveNotesResult, {
    description:
      'Keeps the viewer’s own notes: before, during and after the session. The same text again ' +
      'changes nothing. Errors: `TOO_MANY_REQUESTS` after 900 in ten minutes.',
  })
  async saveNotes(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveNotesInput, { description: 'What to keep.' }) input: SaveNotesInput,
  ): Promise<NotesType | NotesChanged | InvalidNotes> {
    const { personId } = await this.options.access.require(context, 'TAKE_NOTES', input.sessionId);
    if (input.revision < 0) throw badInput('`revision` is a number from 0.');
    await charge(this.options.allowances, noteLimits.saves, personId);
    const answer = await this.options.save.run({ ...input, personId });
    if ('notes' in answer) return new NotesType(answer.notes);
    if ('changed' in answer) return new NotesChanged(new NotesType(answer.changed));
    return new InvalidNotes('Notes have at most 50,000 characters.');
  }
}
