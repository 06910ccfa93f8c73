import { Arg, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Person, PersonReader } from '../../accounts/person.ts';
import type { RequestContext } from '../../accounts/request-context.ts';
import { Cursor, readLogCursor } from '../../platform/graphql/cursor.ts';
import { badInput } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import type { FactsReader, SessionFacts } from '../../sessions/sessions.ts';
import { canRead } from '../read-transcript.ts';
import type { FinalRecord } from '../store/transcript-row.ts';
import type { TranscriptReader } from '../store/transcript-reader.ts';
import type { ToldSegment, TranscriptStream } from '../transcript-stream.ts';
import { TranscriptConnection, TranscriptSegmentType } from './transcript-type.ts';

interface SegmentsArgs {
  readonly sessionId: string;
  readonly after: string | null | undefined;
}

export interface TranscriptResolverOptions {
  readonly access: SessionAccess;
  readonly facts: FactsReader;
  readonly people: PersonReader;
  readonly reader: TranscriptReader;
  readonly stream: TranscriptStream;
}

const longestPage = 500;
const longestSearch = 100;

@Resolver(() => SessionType)
export class TranscriptResolver {
  constructor(private readonly options: TranscriptResolverOptions) {}

  @FieldResolver(() => TranscriptConnection, {
    description: 'What was said, from the beginning; empty where the course does not keep it.',
  })
  async transcript(
    @Root() session: SessionType,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    after: string | null,
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many at the most, up to 500.' })
    first: number,
    @Arg('search', () => String, {
      nullable: true,
      description:
        'Only what has these words in it, of at most 100 characters. Accents and capitals make no difference.',
    })
    search: string | null | undefined,
  ): Promise<TranscriptConnection> {
    if (first < 1 || first > longestPage) throw badInput('`first` is a number from 1 to 500.');
    if (search && search.length > longestSearch) {
      throw badInput('`search` has at most 100 characters.');
    }
    const facts = await this.options.facts.of(session.id);
    if (!facts || !(await canRead(this.options.reader, facts))) {
      return new TranscriptConnection([], false);
    }
    const seq = after ? readLogCursor(after) : 0;
    const found = await this.page(session.id, { seq, first: first + 1, search: search ?? '' });
    const told = found.slice(0, first).map((segment) => ({ segment, seq: segment.seq }));
    const speakers = await this.speakers(facts);
    const nodes = told.map((one) => view(one, facts.actualStart ?? 0, speakers));
    return new TranscriptConnection(nodes, found.length > first);
  }

  @Subscription(() => TranscriptSegmentType, {
    description:
      'What is said, as it is said. Final segments come once and in order behind `after`, without it from the beginning. Of words that are not final only the newest revision comes; they are not kept, so nothing of them is repeated.',
    subscribe: streamFrom(
      () => TranscriptResolver,
      (resolver, { args, context }: { args: SegmentsArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  transcriptSegments(
    @Root() segment: TranscriptSegmentType,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
    @Arg('after', () => Cursor, { nullable: true, description: 'Go on behind this place.' })
    _after: string | null,
  ): TranscriptSegmentType {
    return segment;
  }

  private async open(
    { sessionId, after }: SegmentsArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<TranscriptSegmentType>> {
    await this.options.access.require(context, 'READ', sessionId);
    return this.follow(sessionId, after ? readLogCursor(after) : 0, signal);
  }

  private async *follow(
    sessionId: string,
    after: number,
    signal: AbortSignal,
  ): AsyncGenerator<TranscriptSegmentType> {
    const { facts: reader, stream } = this.options;
    let facts = await reader.of(sessionId);
    if (!facts || !(await canRead(this.options.reader, facts))) return;
    const speakers = await this.speakers(facts);
    for await (const told of stream.segments(sessionId, after, signal)) {
      // Nothing is said before the session has started, which may be after this was asked for.
      if (facts?.actualStart === null) facts = await reader.of(sessionId);
      yield view(told, facts?.actualStart ?? told.segment.startAt, speakers);
    }
  }

  private async page(
    sessionId: string,
    { seq, first, search }: { seq: number; first: number; search: string },
  ): Promise<readonly FinalRecord[]> {
    const { reader } = this.options;
    return search.trim() === ''
      ? await reader.after(sessionId, seq, first)
      : await reader.matching(sessionId, { seq, first, search });
  }

  private async speakers({ mentorId, learnerId }: SessionFacts) {
    return await this.options.people.byIds([mentorId, learnerId]);
  }
}

function view(
  told: ToldSegment,
  actualStart: number,
  speakers: ReadonlyMap<string, Person>,
): TranscriptSegmentType {
  const speaker = speakers.get(told.segment.personId);
  if (!speaker) throw new Error('somebody spoke who is not part of the session');
  return new TranscriptSegmentType(told, actualStart, speaker);
}
