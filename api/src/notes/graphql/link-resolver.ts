import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Allowances } from '../../platform/allowances/allowances.ts';
import { charge } from '../../platform/graphql/charge.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import { resumeStream } from '../../platform/streams/resume-stream.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { EventRecord } from '../../sessions/session-events.ts';
import { noteLimits } from '../note-limits.ts';
import { LinkRecord, type LinkStore } from '../store/link-store.ts';
import type { RemoveLink } from '../use-cases/remove-link.ts';
import type { ShareLink } from '../use-cases/share-link.ts';
import {
  InvalidLink,
  LinkGone,
  LinksClosed,
  LinkType,
  RemoveLinkInput,
  RemoveLinkResult,
  ShareLinkInput,
  ShareLinkResult,
} from './link-type.ts';

interface ChangesArgs {
  readonly sessionId: string;
  readonly after: string | null | undefined;
}

export interface LinkResolverOptions {
  readonly access: SessionAccess;
  readonly links: LinkStore;
  readonly share: ShareLink;
  readonly remove: RemoveLink;
  readonly wakeUps: WakeUps;
  readonly allowances: Allowances;
}

/** In the table there is the link; the news say only where it changed. */
type Change = LinkRecord | EventRecord;

@Resolver(() => SessionType)
export class LinkResolver {
  constructor(private readonly options: LinkResolverOptions) {}

  @FieldResolver(() => [LinkType], {
    description: 'The links that the mentor shared, the first one first.',
  })
  async resources(@Root() session: SessionType): Promise<LinkType[]> {
    const links = await this.options.links.of(session.id);
    return links.map((link) => new LinkType(link));
  }

  @Mutation(() => ShareLinkResult, {
    description:
      'Shares a link with the learner. For the mentor, until a day after the end. ' +
      'Errors: `TOO_MANY_REQUESTS` after 120 in ten minutes.',
  })
  async shareLink(
    @Ctx() context: RequestContext,
    @Arg('input', () => ShareLinkInput, { description: 'What to share.' }) input: ShareLinkInput,
  ): Promise<LinkType | InvalidLink | LinksClosed> {
    const personId = await this.change(context, input);
    const answer = await this.options.share.run({ ...input, personId });
    if ('fault' in answer) return new InvalidLink(answer.fault.field, answer.fault.message);
    return 'rejected' in answer ? new LinksClosed() : new LinkType(answer.link);
  }

  @Mutation(() => RemoveLinkResult, {
    description:
      'Takes a shared link back. For the mentor, until a day after the end. ' +
      'Errors: `TOO_MANY_REQUESTS` after 120 in ten minutes.',
  })
  async removeLink(
    @Ctx() context: RequestContext,
    @Arg('input', () => RemoveLinkInput, { description: 'Which link.' }) input: RemoveLinkInput,
  ): Promise<LinkType | LinkGone | LinksClosed> {
    const personId = await this.change(context, input);
    const answer = await this.options.remove.run({ ...input, personId });
    if ('link' in answer) return new LinkType(answer.link);
    return answer.rejected === 'GONE' ? new LinkGone() : new LinksClosed();
  }

  @Subscription(() => LinkType, {
    description:
      'The session’s links as they are shared and taken back, each change once and in order. ' +
      'Without `after` from the beginning.',
    subscribe: streamFrom(
      () => LinkResolver,
      (resolver, { args, context }: { args: ChangesArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  resourceChanges(
    @Root() link: LinkType,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    _after: string | null,
  ): LinkType {
    return link;
  }

  /** Who changes a link, once they may. */
  private async change(
    context: RequestContext,
    { sessionId, linkId }: { readonly sessionId: string; readonly linkId: string },
  ): Promise<string> {
    const { personId } = await this.options.access.require(context, 'SHARE_LINKS', sessionId);
    if (!isId(linkId)) throw badInput('`linkId` is to be a UUID.');
    await charge(this.options.allowances, noteLimits.links, personId);
    return personId;
  }

  private async open(
    { sessionId, after }: ChangesArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<LinkType>> {
    await this.options.access.require(context, 'READ', sessionId);
    return this.follow(sessionId, after ? readLogCursor(after) : 0, signal);
  }

  private async *follow(
    sessionId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<LinkType> {
    const { links, wakeUps } = this.options;
    const changes = resumeStream<Change>({
      topic: `session:${sessionId}`,
      wakeUps,
      after,
      readAfter: (position, limit) => links.after(sessionId, position, limit),
      positionOf: (row) => row.seq,
      isRow: (row): row is Change => row instanceof EventRecord && row.type.startsWith('RESOURCE_'),
      signal,
    });
    for await (const row of changes) {
      // A link that has changed once more since comes with that change.
      const link = row instanceof LinkRecord ? row : await links.at(sessionId, row.seq);
      if (link) yield new LinkType(link);
    }
  }
}
