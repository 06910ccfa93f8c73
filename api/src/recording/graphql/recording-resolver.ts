import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../../accounts/request-context.ts';
import type { Clock } from '../../platform/clock.ts';
import { badInput, notFound } from '../../platform/graphql/errors.ts';
import { streamFrom } from '../../platform/graphql/instances.ts';
import { isId } from '../../platform/ids.ts';
import { SessionType } from '../../sessions/graphql/session-type.ts';
import type { SessionAccess } from '../../sessions/session-access.ts';
import { isMissing } from '../domain/upload.ts';
import type { RecordingLinks } from '../links.ts';
import type { RecordingReader, SeenRecording } from '../recording-reader.ts';
import type { RecordingStream } from '../recording-stream.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { BeginPart } from '../use-cases/begin-part.ts';
import type { FinishPart } from '../use-cases/finish-part.ts';
import {
  BeginRecordingPartInput,
  BeginRecordingPartResult,
  FinishRecordingPartInput,
  FinishRecordingPartResult,
  RecordingNotPossible,
  RecordingPartType,
  RecordingPiecesMissing,
  RecordingType,
} from './recording-type.ts';

interface ChangesArgs {
  readonly sessionId: string;
}

export interface RecordingResolverOptions {
  readonly access: SessionAccess;
  readonly reader: RecordingReader;
  readonly store: RecordingStore;
  readonly stream: RecordingStream;
  readonly links: RecordingLinks;
  readonly clock: Clock;
  readonly begin: BeginPart;
  readonly finish: FinishPart;
}

/** Stands for a recording that is not there, so that who may not ask does not learn of it. */
const nobodys = { recording: { id: '', sessionId: '' } };
const mostPieces = 1_000_000;

@Resolver(() => SessionType)
export class RecordingResolver {
  constructor(private readonly options: RecordingResolverOptions) {}

  @FieldResolver(() => RecordingType, {
    nullable: true,
    description: 'Its recording; null where there is none.',
  })
  async recording(
    @Root() { id, snapshot }: SessionType,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RecordingType | null> {
    const seen = await this.options.reader.of(id);
    const { mentor, learner } = snapshot;
    const isTheirs = viewer?.personId === mentor.id || viewer?.personId === learner.id;
    return seen && this.view(seen, isTheirs);
  }

  @Subscription(() => RecordingType, {
    nullable: true,
    description:
      'The recording of a session as it is, null where there is none yet, and again with every change.',
    subscribe: streamFrom(
      () => RecordingResolver,
      (resolver, { args, context }: { args: ChangesArgs; context: RequestContext }, signal) =>
        resolver.open(args, context, signal),
    ),
  })
  recordingChanges(
    @Root() recording: RecordingType | null,
    @Arg('sessionId', () => ID, { description: 'Which session.' }) _sessionId: string,
  ): RecordingType | null {
    return recording;
  }

  @Mutation(() => BeginRecordingPartResult, {
    description:
      'The mentor’s browser begins to record, while both agree to it. What recorded before in the session has stopped by that.',
  })
  async beginRecordingPart(
    @Ctx() context: RequestContext,
    @Arg('input', () => BeginRecordingPartInput, { description: 'Where, and what will be sent.' })
    { sessionId, mediaType, partId = null }: BeginRecordingPartInput,
  ): Promise<RecordingPartType | RecordingNotPossible> {
    const { access, begin } = this.options;
    await access.require(context, 'RECORD', sessionId);
    if (partId !== null && !isId(partId)) throw badInput('`partId` is a UUID.');
    const answer = await begin.run({ sessionId, partId, mediaType });
    if ('rejected' in answer) return new RecordingNotPossible(answer.rejected);
    return new RecordingPartType(answer.part, null);
  }

  @Mutation(() => FinishRecordingPartResult, {
    description:
      'The mentor’s browser has stopped recording a part; its file is made of the pieces as soon as all have come. Said again, it changes nothing.',
  })
  async finishRecordingPart(
    @Ctx() context: RequestContext,
    @Arg('input', () => FinishRecordingPartInput, { description: 'Which part, and its pieces.' })
    { partId, chunks }: FinishRecordingPartInput,
  ): Promise<RecordingPartType | RecordingPiecesMissing> {
    const { access, store, finish } = this.options;
    const { recording } = (await store.ofPart(partId)) ?? nobodys;
    await access.require(context, 'RECORD', recording.sessionId ?? '');
    if (chunks < 0 || chunks > mostPieces) throw badInput('`chunks` is from 0 to 1000000.');
    const part = await finish.run({ recordingId: recording.id, partId, pieces: chunks });
    if (!part) throw notFound();
    if (isMissing(part)) return new RecordingPiecesMissing(part.nextPiece);
    return new RecordingPartType(part, this.urlOf(part.id));
  }

  private async open(
    { sessionId }: ChangesArgs,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<AsyncIterable<RecordingType | null>> {
    const { access } = this.options;
    await access.require(context, 'READ', sessionId);
    const isTheirs = await access.allows(context, 'CONSENT', sessionId);
    return this.follow(sessionId, isTheirs, signal);
  }

  private async *follow(
    sessionId: string,
    isTheirs: boolean,
    signal: AbortSignal,
  ): AsyncGenerator<RecordingType | null> {
    for await (const seen of this.options.stream.of(sessionId, signal)) {
      yield seen && this.view(seen, isTheirs);
    }
  }

  private view(seen: SeenRecording, isTheirs: boolean): RecordingType {
    return new RecordingType(seen, (partId) => (isTheirs ? this.urlOf(partId) : null));
  }

  private urlOf(partId: string): string {
    const { links, clock } = this.options;
    return links.urlOf(partId, clock.now());
  }
}
