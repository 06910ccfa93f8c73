import { Arg, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import type { TranscriptStream } from '../transcript-stream.ts';
import { TranscriptStatusType } from './transcript-type.ts';

@Resolver(() => SessionType)
export class TranscriptStatusResolver {
  constructor(
    private readonly access: SessionAccess,
    private readonly stream: TranscriptStream,
  ) {}

  @FieldResolver(() => TranscriptStatusType, {
    description: 'Whether what is said is being written down right now.',
  })
  async transcriptStatus(@Root() session: SessionType): Promise<TranscriptStatusType> {
    return new TranscriptStatusType(await this.stream.status(session.id));
  }

  @Subscription(() => TranscriptStatusType, {
    description: 'Whether what is said is being written down: at once, and whenever that changes.',
    subscribe: streamFrom(
      () => TranscriptStatusResolver,
      (
        resolver,
        { args, context }: { args: { readonly sessionId: string }; context: RequestContext },
        signal,
      ) => resolver.open(args.sessionId, context, signal),
    ),
  })
  transcriptStatusChanges(
    @Root() status: TranscriptStatusType,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
  ): TranscriptStatusType {
    return status;
  }

  private async open(
    sessionId: string,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<TranscriptStatusType>> {
    await this.access.require(context, 'READ', sessionId);
    return this.follow(sessionId, signal);
  }

  private async *follow(
    sessionId: string,
    signal: AbortSignal,
  ): AsyncGenerator<TranscriptStatusType> {
    for await (const status of this.stream.statuses(sessionId, signal)) {
      yield new TranscriptStatusType(status);
    }
  }
}
