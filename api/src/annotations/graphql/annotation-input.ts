import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { TopicGone } from '../../topics/graphql/topic-problem-type.ts';
import type { AnnotationKind } from '../domain/annotation.ts';
import { AnnotationKindEnum, AnnotationType } from './annotation-type.ts';

@InputType({ description: 'What to write on a topic.' })
export class AnnotateInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID made by the client. Sent again, it gives the annotation kept before.',
  })
  annotationId!: string;

  @Field(() => ID, { nullable: true, description: 'On which topic; left out: the current one.' })
  topicId?: string | null;

  @Field(() => AnnotationKindEnum, { description: 'What it is for.' })
  kind!: AnnotationKind;

  @Field(() => Boolean, { description: 'Whether only the mentor sees it.' })
  isPrivate!: boolean;

  @Field(() => String, { description: 'Plain text, 1 to 4,000 characters.' })
  text!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was written, where it could not be sent at once.',
  })
  writtenAt?: number | null;
}

@InputType({ description: 'What to change of an annotation; what is left out stays.' })
export class EditAnnotationInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Identifier of the annotation.' })
  annotationId!: string;

  @Field(() => Int, { description: 'The revision that was seen.' })
  revision!: number;

  @Field(() => String, { nullable: true, description: 'Plain text, 1 to 4,000 characters.' })
  text?: string | null;

  @Field(() => AnnotationKindEnum, { nullable: true, description: 'What it is for.' })
  kind?: AnnotationKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only the mentor sees it.' })
  isPrivate?: boolean | null;
}

@InputType({ description: 'The annotation to take back.' })
export class WithdrawAnnotationInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, { description: 'Identifier of the annotation.' })
  annotationId!: string;
}

@ObjectType({ implements: Problem, description: 'The annotation cannot be kept as it is.' })
export class InvalidAnnotation extends Problem {}

@ObjectType({
  implements: Problem,
  description: 'The annotation was withdrawn, or there never was one.',
})
export class AnnotationGone extends Problem {
  constructor() {
    super('This annotation was withdrawn.');
  }
}

@ObjectType({
  implements: Problem,
  description: 'The session ended more than a day ago; its annotations stay as they are.',
})
export class AnnotationsClosed extends Problem {
  constructor() {
    super('Annotations can be changed until a day after the session.');
  }
}

@ObjectType({
  implements: Problem,
  description: 'The annotation was changed since it was seen, as in another tab.',
})
export class AnnotationChanged extends Problem {
  @Field(() => AnnotationType, { description: 'The annotation as it is now.' })
  readonly current: AnnotationType;

  constructor(current: AnnotationType) {
    super('This annotation was changed in the meantime.');
    this.current = current;
  }
}

export const AnnotateResult = createUnionType({
  name: 'AnnotateResult',
  description: 'The annotation as it was kept, or why it was not.',
  types: () => [AnnotationType, InvalidAnnotation, TopicGone, AnnotationsClosed] as const,
});

export const EditAnnotationResult = createUnionType({
  name: 'EditAnnotationResult',
  description: 'The annotation as it is kept now, or why it was not changed.',
  types: () =>
    [
      AnnotationType,
      AnnotationChanged,
      InvalidAnnotation,
      AnnotationGone,
      AnnotationsClosed,
    ] as const,
});

export const WithdrawAnnotationResult = createUnionType({
  name: 'WithdrawAnnotationResult',
  description: 'What is left of the annotation, or why it was not withdrawn.',
  types: () => [AnnotationType, AnnotationGone, AnnotationsClosed] as const,
});
