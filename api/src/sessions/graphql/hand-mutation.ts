import { Arg, createUnionType, Ctx, Field, ID, InputType, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { forbidden, notFound } from '../../platform/graphql/errors.ts';
import { mayLowerFor } from '../policy.ts';
import { planLimits } from '../plan-limits.ts';
import type { SessionAccess } from '../session-access.ts';
import type { SessionReader } from '../store/session-reader.ts';
import type { SetHand } from '../use-cases/set-hand.ts';
import { SessionAlreadyEnded } from './session-problem-type.ts';
import { SessionType } from './session-type.ts';

@InputType({ description: 'A hand to raise or to lower.' })
export class SetHandInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => Boolean, { description: 'Whether it is up from now on.' })
  isRaised!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Whose hand; the viewer’s own by default. The mentor may lower the learner’s.',
  })
  personId!: string | null;
}

const SetHandResult = createUnionType({
  name: 'SetHandResult',
  description: 'The session with the hand as it is now, or why it was left as it was.',
  types: () => [SessionType, SessionAlreadyEnded] as const,
});

export interface HandMutationOptions {
  readonly access: SessionAccess;
  readonly sessions: SessionReader;
  readonly setHand: SetHand;
  readonly allowances: Allowances;
}

@Resolver()
export class HandMutation {
  constructor(private readonly options: HandMutationOptions) {}

  @Mutation(() => SetHandResult, {
    description:
      'Raises or lowers a hand; it is lowered too by leaving for good and by the end. Errors: `TOO_MANY_REQUESTS` after 200 in ten minutes.',
  })
  async setHand(
    @Ctx() context: RequestContext,
    @Arg('input', () => SetHandInput, { description: 'Whose, and whether it is up.' })
    { sessionId, isRaised, personId }: SetHandInput,
  ): Promise<SessionType | SessionAlreadyEnded> {
    const { access, sessions, allowances, setHand } = this.options;
    const viewer = await access.require(context, 'RAISE_HAND', sessionId);
    await charge(allowances, planLimits.gestures, viewer.personId);
    const before = await sessions.byId(sessionId);
    if (!before) throw notFound();
    const whose = personId ?? viewer.personId;
    const people = { mentorId: before.mentor.id, learnerId: before.learner.id };
    if (whose !== viewer.personId && (isRaised || !mayLowerFor(viewer, whose, people))) {
      throw forbidden('Only the mentor lowers the hand of the learner.');
    }
    const answer = await setHand.run({ sessionId, isRaised, personId: whose });
    const now = answer === 'ENDED' ? null : await sessions.byId(sessionId);
    return now ? new SessionType(now, viewer.personId) : new SessionAlreadyEnded();
  }
}
