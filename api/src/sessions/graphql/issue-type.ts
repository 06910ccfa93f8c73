import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import type { IssueKind } from '../domain/tech-issue.ts';
import { IssueKindEnum } from './session-enums-type.ts';
import { SessionAlreadyEnded } from './session-problem-type.ts';

@InputType({ description: 'Something that failed for the viewer, or that works again.' })
export class ReportIssueInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => ID, {
    description: 'A UUID made by the viewer’s device; the same for the failure and its end.',
  })
  issueId!: string;

  @Field(() => IssueKindEnum, { description: 'What failed.' })
  kind!: IssueKind;

  @Field(() => String, {
    nullable: true,
    description:
      'A code that says more, such as `CAMERA_IN_USE`: up to 40 of `A`–`Z`, `0`–`9`, `_`.',
  })
  detail!: string | null;

  @Field(() => DateTime, {
    description: 'Since when, by the server’s time as the client knows it.',
  })
  startedAt!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Once it works again: how long it lasted, in milliseconds, up to a day.',
  })
  durationMs!: number | null;
}

@InputType({ description: 'How long the viewer waited for the picture of the other.' })
export class ReportFirstPictureInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => Int, {
    description: 'Milliseconds from the press of Join to the first picture, up to ten minutes.',
  })
  waitedMs!: number;
}

@ObjectType('TechIssue', { description: 'Something that failed for a person, as it was kept.' })
export class TechIssueType {
  @Field(() => ID, { description: 'Identifier, made by the person’s device.' })
  readonly id: string;

  @Field(() => IssueKindEnum, { description: 'What failed.' })
  readonly kind: IssueKind;

  constructor({ issueId, kind }: Pick<ReportIssueInput, 'issueId' | 'kind'>) {
    this.id = issueId;
    this.kind = kind;
  }
}

@ObjectType({ implements: Problem, description: 'What is said of the issue is not possible.' })
export class InvalidIssue extends Problem {
  @Field(() => String, { description: 'The input field that is to be changed.' })
  readonly field: string;

  constructor(field: string) {
    super('This issue is too old, too long, or not given as a code.');
    this.field = field;
  }
}

export const ReportIssueResult = createUnionType({
  name: 'ReportIssueResult',
  description: 'The issue, or why it was not kept.',
  types: () => [TechIssueType, InvalidIssue, SessionAlreadyEnded] as const,
});
