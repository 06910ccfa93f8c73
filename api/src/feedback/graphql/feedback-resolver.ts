import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import type { FeedbackReader } from '../store/feedback-reader.ts';
import type { FeedbackAnswer, GiveFeedback } from '../use-cases/give-feedback.ts';
import {
  FeedbackClosed,
  FeedbackType,
  GiveFeedbackInput,
  GiveFeedbackResult,
  InvalidFeedback,
} from './feedback-type.ts';

@Resolver(() => SessionType)
export class FeedbackResolver {
  constructor(
    private readonly access: SessionAccess,
    private readonly feedback: FeedbackReader,
    private readonly give: GiveFeedback,
  ) {}

  @FieldResolver(() => FeedbackType, {
    nullable: true,
    description: 'What the viewer thought of the session; null until they say.',
  })
  async viewerFeedback(@Root() session: SessionType): Promise<FeedbackType | null> {
    const given = await this.feedback.of(session.viewerId, session.id);
    return given && new FeedbackType(given);
  }

  @Mutation(() => GiveFeedbackResult, {
    description: 'Rates an ended session; again within a day, it changes the rating.',
  })
  async giveFeedback(
    @Ctx() context: RequestContext,
    @Arg('input', () => GiveFeedbackInput, { description: 'What the viewer thought.' })
    input: GiveFeedbackInput,
  ): Promise<FeedbackType | InvalidFeedback | FeedbackClosed> {
    const { personId } = await this.access.require(context, 'RATE', input.sessionId);
    const answer = await this.give.run({ ...input, personId });
    return 'rejected' in answer ? refusal(answer.rejected) : new FeedbackType(answer.feedback);
  }
}

function refusal(
  rejected: Extract<FeedbackAnswer, { rejected: string }>['rejected'],
): InvalidFeedback | FeedbackClosed {
  switch (rejected) {
    case 'RATING':
      return new InvalidFeedback('Choose one to five stars.');
    case 'COMMENT':
      return new InvalidFeedback('A comment has at most 2,000 characters.');
    case 'NOT_ENDED':
      return new FeedbackClosed('The session has not ended yet.');
    case 'TOO_LATE':
      return new FeedbackClosed('Feedback can be changed for a day.');
    default:
      return rejected satisfies never;
  }
}
