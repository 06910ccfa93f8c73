import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { isId } from '../../platform/ids.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { TopicGone } from '../../topics/graphql/topic-problem-type.ts';
import { annotationLimit } from '../annotation-limits.ts';
import type { AnnotationAnswer, WriteAnnotations } from '../use-cases/write-annotations.ts';
import {
  AnnotateInput,
  AnnotateResult,
  AnnotationChanged,
  AnnotationGone,
  AnnotationsClosed,
  EditAnnotationInput,
  EditAnnotationResult,
  InvalidAnnotation,
  WithdrawAnnotationInput,
  WithdrawAnnotationResult,
} from './annotation-input.ts';
import type { AnnotationType } from './annotation-type.ts';
import type { AnnotationViews } from './annotation-views.ts';

export interface AnnotationMutationsOptions {
  readonly access: Sessions['access'];
  readonly views: AnnotationViews;
  readonly write: WriteAnnotations;
  readonly allowances: Allowances;
}

type Answered =
  | AnnotationType
  | AnnotationChanged
  | InvalidAnnotation
  | TopicGone
  | AnnotationGone
  | AnnotationsClosed;

const whoAndWhen =
  'For the mentor, until a day after the session. Errors: `TOO_MANY_REQUESTS` after 200 changes in ten minutes.';

@Resolver()
export class AnnotationMutations {
  constructor(private readonly options: AnnotationMutationsOptions) {}

  @Mutation(() => AnnotateResult, { description: `Writes on a topic. ${whoAndWhen}` })
  async annotate(
    @Ctx() context: RequestContext,
    @Arg('input', () => AnnotateInput, { description: 'What to write, and on what.' })
    input: AnnotateInput,
  ): Promise<Answered> {
    const authorId = await this.author(context, input);
    const { topicId = null, writtenAt = null } = input;
    const answer = await this.options.write.annotate({ ...input, authorId, topicId, writtenAt });
    return this.answer(answer);
  }

  @Mutation(() => EditAnnotationResult, { description: `Changes an annotation. ${whoAndWhen}` })
  async editAnnotation(
    @Ctx() context: RequestContext,
    @Arg('input', () => EditAnnotationInput, { description: 'What to change.' })
    { sessionId, annotationId, revision, text, kind, isPrivate }: EditAnnotationInput,
  ): Promise<Answered> {
    const authorId = await this.author(context, { sessionId, annotationId });
    const edit = {
      revision,
      ...(typeof text === 'string' ? { text } : {}),
      ...(kind ? { kind } : {}),
      ...(typeof isPrivate === 'boolean' ? { isPrivate } : {}),
    };
    const request = { sessionId, annotationId, authorId };
    return this.answer(await this.options.write.edit(request, edit));
  }

  @Mutation(() => WithdrawAnnotationResult, {
    description: `Takes an annotation back; its words are not kept. ${whoAndWhen}`,
  })
  async withdrawAnnotation(
    @Ctx() context: RequestContext,
    @Arg('input', () => WithdrawAnnotationInput, { description: 'Which one.' })
    { sessionId, annotationId }: WithdrawAnnotationInput,
  ): Promise<Answered> {
    const authorId = await this.author(context, { sessionId, annotationId });
    return this.answer(await this.options.write.withdraw({ sessionId, annotationId, authorId }));
  }

  private async author(
    context: RequestContext,
    input: { readonly sessionId: string; readonly annotationId: string },
  ): Promise<string> {
    const { access, allowances } = this.options;
    const { personId } = await access.require(context, 'ANNOTATE', input.sessionId);
    if (!isId(input.annotationId)) throw badInput('`annotationId` is to be a UUID.');
    await charge(allowances, annotationLimit, personId);
    return personId;
  }

  private answer(answer: AnnotationAnswer): Answered {
    if ('annotation' in answer) return this.options.views.of(answer.annotation);
    if ('stale' in answer) return new AnnotationChanged(this.options.views.of(answer.stale));
    return refusal(answer.rejected);
  }
}

function refusal(
  rejected: Extract<AnnotationAnswer, { rejected: string }>['rejected'],
): InvalidAnnotation | TopicGone | AnnotationGone | AnnotationsClosed {
  switch (rejected) {
    case 'EMPTY':
      return new InvalidAnnotation('Write something first.');
    case 'TOO_LONG':
      return new InvalidAnnotation('An annotation has at most 4,000 characters.');
    case 'UNREADABLE':
      return new InvalidAnnotation('The annotation has characters that cannot be shown.');
    case 'TOO_MANY':
      return new InvalidAnnotation('A session has at most 500 annotations.');
    case 'NO_SUCH_TOPIC':
      return new TopicGone();
    case 'NO_SUCH':
    case 'WITHDRAWN':
      return new AnnotationGone();
    case 'CLOSED':
      return new AnnotationsClosed();
    default:
      return rejected satisfies never;
  }
}
