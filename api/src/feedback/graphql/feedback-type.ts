import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { editableUntil } from '../domain/feedback-rules.ts';
import type { FeedbackRecord } from '../use-cases/give-feedback.ts';

@ObjectType('Feedback', { description: 'What a person thought of a session.' })
export class FeedbackType {
  @Field(() => Int, { description: 'Stars, 1 to 5.' })
  readonly rating: number;

  @Field(() => String, { description: 'In words; may be empty.' })
  readonly comment: string;

  @Field(() => DateTime, { description: 'When it was first given.' })
  readonly givenAt: number;

  @Field(() => DateTime, { description: 'Until when it may be changed.' })
  readonly editableUntil: number;

  constructor({ rating, comment, givenAt }: FeedbackRecord) {
    this.rating = rating;
    this.comment = comment;
    this.givenAt = givenAt;
    this.editableUntil = editableUntil(givenAt);
  }
}

@InputType({ description: 'What the viewer thought of a session.' })
export class GiveFeedbackInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => Int, { description: 'Stars, 1 to 5.' })
  rating!: number;

  @Field(() => String, { defaultValue: '', description: 'In words; up to 2,000 characters.' })
  comment!: string;
}

@ObjectType({ implements: Problem, description: 'The feedback cannot be kept as it is.' })
export class InvalidFeedback extends Problem {}

@ObjectType({ implements: Problem, description: 'Feedback cannot be given now.' })
export class FeedbackClosed extends Problem {}

export const GiveFeedbackResult = createUnionType({
  name: 'GiveFeedbackResult',
  description: 'The feedback as it was kept, or why it was not.',
  types: () => [FeedbackType, InvalidFeedback, FeedbackClosed] as const,
});
