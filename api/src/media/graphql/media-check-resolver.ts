import { createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import type { PersonReader } from '../../accounts/person.ts';
import { type RequestContext, signedIn } from '../../accounts/request-context.ts';
import type { Allowances, Quota } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import type { OpenMediaCheck } from '../use-cases/open-media-check.ts';
import { MediaAccessType, MediaUnavailable } from './media-resolver.ts';

/** One page takes one check; whoever tries more often than this waits a little. */
const checkLimit: Quota = { name: 'media-checks', most: 12, windowMs: 10 * 60_000 };

const OpenMediaCheckResult = createUnionType({
  name: 'OpenMediaCheckResult',
  description: 'The way into a room to try, or why there is none.',
  types: () => [MediaAccessType, MediaUnavailable] as const,
});

@Resolver()
export class MediaCheckResolver {
  constructor(
    private readonly people: PersonReader,
    private readonly check: OpenMediaCheck,
    private readonly allowances: Allowances,
  ) {}

  @Mutation(() => OpenMediaCheckResult, {
    description:
      'Opens a room of the viewer’s own, for some minutes, to try the way to the media server. ' +
      'It belongs to no session.',
  })
  async openMediaCheck(
    @Ctx() context: RequestContext,
  ): Promise<MediaAccessType | MediaUnavailable> {
    const { personId } = signedIn(context);
    await charge(this.allowances, checkLimit, personId);
    const answer = await this.check.run(await this.people.byId(personId));
    return answer === 'MEDIA_AWAY' ? new MediaUnavailable() : new MediaAccessType(answer);
  }
}
