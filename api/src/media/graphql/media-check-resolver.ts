import { createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import type { PersonReader } from '../../accounts/person.ts';
import { type RequestContext, signedIn } from '../../accounts/request-context.ts';
import { tooMany } from '../../platform/graphql/errors.ts';
import type { OpenMediaCheck } from '../use-cases/open-media-check.ts';
import { MediaAccessType, MediaUnavailable } from './media-resolver.ts';

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
    const answer = await this.check.run(await this.people.byId(personId));
    if ('access' in answer) return new MediaAccessType(answer.access);
    if (answer.rejected === 'TOO_OFTEN') throw tooMany();
    return new MediaUnavailable();
  }
}
