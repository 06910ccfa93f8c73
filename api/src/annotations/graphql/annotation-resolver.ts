import { Arg, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import { resumeStream } from '../../platform/streams/resume-stream.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { Sessions } from '../../sessions/sessions.ts';
import { asOthersSee } from '../domain/annotation.ts';
import { AnnotationRecord, type AnnotationStore } from '../store/annotation-store.ts';
import { AnnotationConnection, AnnotationType } from './annotation-type.ts';
import type { AnnotationViews } from './annotation-views.ts';

interface ChangesArgs {
  readonly sessionId: string;
  readonly after: string | null | undefined;
}

interface Reading {
  readonly sessionId: string;
  readonly viewerId: string;
  readonly after: number;
}

export interface AnnotationResolverOptions {
  readonly access: Sessions['access'];
  readonly store: AnnotationStore;
  readonly views: AnnotationViews;
  readonly wakeUps: WakeUps;
}

const longestPage = 200;

@Resolver(() => SessionType)
export class AnnotationResolver {
  constructor(private readonly options: AnnotationResolverOptions) {}

  @FieldResolver(() => AnnotationConnection, {
    description: 'What the mentor wrote, as far as the viewer sees it, by its last change.',
  })
  async annotations(
    @Root() session: SessionType,
    @Arg('topicId', () => ID, { nullable: true, description: 'Only those on this topic.' })
    topicId: string | null,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
    @Arg('first', () => Int, { defaultValue: 200, description: 'How many at the most, up to 200.' })
    first: number,
  ): Promise<AnnotationConnection> {
    if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 200.');
    if (topicId && !isId(topicId)) throw badInput('`topicId` is not an identifier.');
    const found = await this.options.store.page({
      sessionId: session.id,
      topicId: topicId ?? null,
      after: after ? readLogCursor(after) : 0,
      first: first + 1,
      isForOthers: session.viewerRole !== 'MENTOR',
    });
    const shown = found.slice(0, first).map((row) => this.options.views.of(row, session.snapshot));
    return new AnnotationConnection(shown, found.length > first);
  }

  @Subscription(() => AnnotationType, {
    description:
      'Annotations as they are written, changed and withdrawn, each change once and in order; what ' +
      'becomes private is withdrawn for everybody but its author. Without `after` from the beginning.',
    subscribe: streamFrom(
      () => AnnotationResolver,
      (resolver, { args, context }: { args: ChangesArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  annotationChanges(
    @Root() annotation: AnnotationType,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    _after: string | null,
  ): AnnotationType {
    return annotation;
  }

  private async open(
    { sessionId, after }: ChangesArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<AnnotationType>> {
    const { personId: viewerId } = await this.options.access.require(context, 'READ', sessionId);
    return this.follow({ sessionId, viewerId, after: after ? readLogCursor(after) : 0 }, signal);
  }

  private async *follow(
    { sessionId, viewerId, after }: Reading,
    signal: AbortSignal,
  ): AsyncGenerator<AnnotationType> {
    const { store, views, wakeUps } = this.options;
    const rows = resumeStream({
      topic: `session:${sessionId}`,
      wakeUps,
      after,
      readAfter: (position, limit) => store.changedAfter(sessionId, position, limit),
      positionOf: (row) => row.seq,
      isRow: (row) => row instanceof AnnotationRecord,
      signal,
    });
    for await (const row of rows) {
      const seen = row.authorId === viewerId ? row : asOthersSee(row);
      if (seen) yield views.of(seen);
    }
  }
}
