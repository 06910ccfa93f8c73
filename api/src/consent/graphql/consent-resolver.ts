import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { SessionAlreadyEnded } from '../../sessions/graphql/session-problem-type.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import { planLimits } from '../../sessions/plan-limits.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import type { ConsentBook } from '../consent-book.ts';
import type { ConsentAct } from '../domain/consent.ts';
import type { ChangeConsent } from '../use-cases/change-consent.ts';
import {
  ChangeConsentInput,
  ChangeConsentResult,
  ConsentNotPossible,
  ConsentType,
} from './consent-type.ts';

export interface ConsentResolverOptions {
  readonly access: Sessions['access'];
  readonly sessions: Sessions['reader'];
  readonly allowances: Allowances;
  readonly book: ConsentBook;
  readonly change: ChangeConsent;
}

@Resolver(() => SessionType)
export class ConsentResolver {
  constructor(private readonly options: ConsentResolverOptions) {}

  @FieldResolver(() => [ConsentType], {
    description: 'What the two agreed to: the transcript and the recording, each once.',
  })
  async consents(@Root() { id, snapshot }: SessionType): Promise<ConsentType[]> {
    const people = [snapshot.mentor, snapshot.learner];
    return (await this.options.book.of(id)).map((stand) => new ConsentType(stand, people));
  }

  @Mutation(() => ChangeConsentResult, {
    description:
      'Says what the viewer wants of the transcript or the recording; neither runs unless both agree. ' +
      'Said again, it changes nothing. For the two, until the session ends. ' +
      'Errors: `TOO_MANY_REQUESTS` after 60 in ten minutes; a no and a pause are never too many.',
  })
  async changeConsent(
    @Ctx() context: RequestContext,
    @Arg('input', () => ChangeConsentInput, { description: 'What is said, and of what.' })
    { sessionId, kind, act }: ChangeConsentInput,
  ): Promise<SessionType | ConsentNotPossible | SessionAlreadyEnded> {
    const { access, sessions, allowances, change } = this.options;
    const { personId } = await access.require(context, 'CONSENT', sessionId);
    if (!isNo(act)) await charge(allowances, planLimits.consents, personId);
    const answer = await change.run({ sessionId, personId, kind, act });
    const rejected = 'rejected' in answer ? answer.rejected : null;
    if (rejected !== null && rejected !== 'ENDED') return new ConsentNotPossible(rejected);
    const now = rejected === null ? await sessions.byId(sessionId) : null;
    return now ? new SessionType(now, personId) : new SessionAlreadyEnded();
  }
}

/** What stops something is not counted: nobody is kept on the record by a limit. */
function isNo(act: ConsentAct): boolean {
  return act === 'PAUSE' || act === 'DECLINE' || act === 'WITHDRAW';
}
