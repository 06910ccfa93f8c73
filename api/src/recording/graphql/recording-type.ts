import {
  createUnionType,
  Field,
  Float,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Problem } from '../../platform/graphql/problem.ts';
import { type PartState, reasonOf, stateOf } from '../domain/part.ts';
import {
  failureOf,
  lengthOf,
  type RecordingStatus,
  recordingStatus,
} from '../domain/recording-status.ts';
import type { PartRecord, RecordingWay } from '../recording-record.ts';
import type { SeenRecording } from '../recording-reader.ts';
import type { BeginPartFault } from '../use-cases/begin-part.ts';

const statuses = {
  REQUESTED: 'REQUESTED',
  STARTING: 'STARTING',
  RECORDING: 'RECORDING',
  PAUSED: 'PAUSED',
  PROCESSING: 'PROCESSING',
  READY: 'READY',
  FAILED: 'FAILED',
} as const satisfies Readonly<Record<RecordingStatus, RecordingStatus>>;

registerEnumType(statuses, {
  name: 'RecordingStatus',
  description: 'Where the recording of a session stands.',
  valuesConfig: {
    REQUESTED: { description: 'Both want it, and nothing records yet.' },
    STARTING: { description: 'It is about to begin.' },
    RECORDING: { description: 'It runs.' },
    PAUSED: { description: 'The two are off the record.' },
    PROCESSING: { description: 'Nothing is recorded any more, and its files are made.' },
    READY: { description: 'It can be watched.' },
    FAILED: { description: 'There is nothing of it.' },
  },
});

const partStatuses = {
  REQUESTED: 'REQUESTED',
  STARTING: 'STARTING',
  RECORDING: 'RECORDING',
  PROCESSING: 'PROCESSING',
  READY: 'READY',
  FAILED: 'FAILED',
} as const satisfies Readonly<Record<PartState, PartState>>;

registerEnumType(partStatuses, {
  name: 'RecordingPartStatus',
  description: 'Where one part of a recording stands.',
});

const ways = {
  EGRESS: 'EGRESS',
  BROWSER: 'BROWSER',
} as const satisfies Readonly<Record<RecordingWay, RecordingWay>>;

registerEnumType(ways, {
  name: 'RecordingWay',
  description: 'Who records a session.',
  valuesConfig: {
    EGRESS: { description: 'A recorder beside the media server.' },
    BROWSER: { description: 'The mentor’s browser.' },
  },
});

@ObjectType('RecordingPart', {
  description:
    'One file of a recording. There is another one whenever it goes on: after "off the record", after a reload of the browser that records, after a failure.',
})
export class RecordingPartType {
  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  readonly id: string;

  @Field(() => partStatuses, { description: 'Where it stands.' })
  readonly status: PartState;

  @Field(() => DateTime, { nullable: true, description: 'When it began; null before.' })
  readonly startedAt: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before it is known.' })
  readonly endedAt: number | null;

  @Field(() => String, { description: 'Its media type, such as `video/mp4`.' })
  readonly mediaType: string;

  @Field(() => Float, { nullable: true, description: 'How large its file is; null until `READY`.' })
  readonly bytes: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where it is read with `GET`, also in ranges: a path of the site that opens for some hours, for whoever has it. Null until `READY`, and for everybody but the two people of the session.',
  })
  readonly url: string | null;

  @Field(() => String, { nullable: true, description: 'Why it failed; null where it did not.' })
  readonly reason: string | null;

  constructor(part: PartRecord, url: string | null) {
    const isReady = stateOf(part) === 'READY';
    this.id = part.id;
    this.status = stateOf(part);
    this.startedAt = part.startedAt;
    this.endedAt = part.endedAt;
    this.mediaType = part.mediaType;
    this.bytes = isReady ? part.bytes : null;
    this.url = isReady ? url : null;
    this.reason = reasonOf(part);
  }
}

@ObjectType('Recording', { description: 'The recording of a session.' })
export class RecordingType {
  @Field(() => ID, { description: 'Identifier, stable for ever.' })
  readonly id: string;

  @Field(() => statuses, { description: 'Where it stands.' })
  readonly status: RecordingStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is nothing of it; null where it did not fail.',
  })
  readonly reason: string | null;

  @Field(() => ways, { description: 'Who records; it stays so for the whole session.' })
  readonly via: RecordingWay;

  @Field(() => Int, { description: 'How long its parts that are ready take together.' })
  readonly seconds: number;

  @Field(() => [RecordingPartType], { description: 'Its files, in order.' })
  readonly parts: readonly RecordingPartType[];

  /** `urlOf` gives where a part is read, or null to whom may not. */
  constructor({ recording, wish }: SeenRecording, urlOf: (partId: string) => string | null) {
    const { id, via, parts } = recording;
    this.id = id;
    this.status = recordingStatus(parts, wish);
    this.reason = failureOf(parts, wish);
    this.via = via;
    this.seconds = Math.round(lengthOf(parts) / 1000);
    this.parts = parts.map((part) => new RecordingPartType(part, urlOf(part.id)));
  }
}

@InputType({ description: 'A browser that is about to record.' })
export class BeginRecordingPartInput {
  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => String, { description: 'What it will send, such as `video/webm;codecs=vp8,opus`.' })
  mediaType!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Identifier of the part, made by the page, so that asking again begins it once. Without it each call begins another one.',
  })
  partId?: string | null;
}

@InputType({ description: 'A browser that has stopped recording.' })
export class FinishRecordingPartInput {
  @Field(() => ID, { description: 'Identifier of the part.' })
  partId!: string;

  @Field(() => Int, { description: 'How many pieces there are of it in all.' })
  chunks!: number;
}

const faults: Readonly<Record<BeginPartFault, string>> = {
  NOT_RUNNING: 'This session is not being recorded now.',
  ELSEWHERE: 'This session is recorded elsewhere.',
  MEDIA_TYPE: 'Recordings of this kind cannot be kept.',
};

@ObjectType({ implements: Problem, description: 'As things stand, nothing can be recorded here.' })
export class RecordingNotPossible extends Problem {
  constructor(fault: BeginPartFault) {
    super(faults[fault]);
  }
}

@ObjectType({
  implements: Problem,
  description:
    'Pieces of the part are still missing. Its file is made as soon as they have come, or of what came by an hour after the end of the session.',
})
export class RecordingPiecesMissing extends Problem {
  @Field(() => Int, { description: 'The first piece that is missing.' })
  readonly next: number;

  constructor(next: number) {
    super('Parts of the recording are still on their way.');
    this.next = next;
  }
}

export const BeginRecordingPartResult = createUnionType({
  name: 'BeginRecordingPartResult',
  description: 'The part as it is now, or why none was begun.',
  types: () => [RecordingPartType, RecordingNotPossible] as const,
});

export const FinishRecordingPartResult = createUnionType({
  name: 'FinishRecordingPartResult',
  description: 'The part as it is now, or what is missing of it.',
  types: () => [RecordingPartType, RecordingPiecesMissing] as const,
});
