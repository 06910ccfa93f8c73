import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PersonType } from '../../accounts/graphql/person-type.ts';
import type { Person } from '../../accounts/person.ts';
import { Cursor, logCursor } from '../../platform/graphql/cursor.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { PageInfo } from '../../platform/graphql/page-info.ts';
import type { TranscriptState, TranscriptStatus } from '../domain/transcript-status.ts';
import type { ToldSegment } from '../transcript-stream.ts';

@ObjectType('TranscriptSegment', { description: 'What one person said in one breath.' })
export class TranscriptSegmentType {
  @Field(() => ID, { description: 'Identifier; every revision of the same words has it.' })
  readonly id: string;

  @Field(() => Int, { description: 'Rises with every revision.' })
  readonly revision: number;

  @Field(() => DateTime, { description: 'When the person began to say it.' })
  readonly startedAt: number;

  @Field(() => DateTime, { description: 'When it was said.' })
  readonly endedAt: number;

  @Field(() => Int, {
    description: 'Milliseconds of wall time from `Session.actualStart` to its beginning.',
  })
  readonly startMs: number;

  @Field(() => String, {
    description:
      'The words; plain text in one line. Empty where words that were not final came to nothing.',
  })
  readonly text: string;

  @Field(() => Boolean, {
    description:
      'Whether these are the words that stay. Others are replaced by later revisions and are not kept.',
  })
  readonly isFinal: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the words (BCP 47), where the engine knows it.',
  })
  readonly language: string | null;

  @Field(() => String, { description: 'What understood the words, such as `Scripted`.' })
  readonly engine: string;

  @Field(() => Cursor, {
    description:
      'Where to go on: its place among the final segments, or for others the place of the last final one.',
  })
  readonly cursor: string;

  constructor(
    { segment, seq }: ToldSegment,
    actualStart: number,
    private readonly speaker: Person,
  ) {
    this.id = segment.id;
    this.revision = segment.revision;
    this.startedAt = segment.startAt;
    this.endedAt = segment.endAt;
    this.startMs = segment.startAt - actualStart;
    this.text = segment.text;
    this.isFinal = segment.isFinal;
    this.language = segment.language;
    this.engine = segment.engine;
    this.cursor = logCursor(seq);
  }

  @Field(() => PersonType, { description: 'Who said it.' })
  get person(): PersonType {
    return new PersonType(this.speaker);
  }
}

@ObjectType('TranscriptEdge', { description: 'A final segment in a list.' })
export class TranscriptEdge {
  @Field(() => Cursor, { description: 'Its place in the list.' })
  readonly cursor: string;

  @Field(() => TranscriptSegmentType, { description: 'The segment.' })
  readonly node: TranscriptSegmentType;

  constructor(node: TranscriptSegmentType) {
    this.cursor = node.cursor;
    this.node = node;
  }
}

@ObjectType('TranscriptConnection', {
  description: 'A page of what was said: the final segments, in the order in which they were kept.',
})
export class TranscriptConnection {
  @Field(() => [TranscriptEdge], { description: 'The segments of this page.' })
  readonly edges: readonly TranscriptEdge[];

  @Field(() => PageInfo, { description: 'Whether and where the transcript goes on.' })
  readonly pageInfo: PageInfo;

  constructor(nodes: readonly TranscriptSegmentType[], hasNextPage: boolean) {
    this.edges = nodes.map((node) => new TranscriptEdge(node));
    this.pageInfo = new PageInfo(nodes.at(-1)?.cursor ?? null, hasNextPage);
  }
}

const states: Readonly<Record<TranscriptState, TranscriptState>> = {
  OFF: 'OFF',
  RUNNING: 'RUNNING',
  DELAYED: 'DELAYED',
};

registerEnumType(states, {
  name: 'TranscriptState',
  description: 'Whether what is said is being written down.',
  valuesConfig: {
    OFF: { description: 'It is not.' },
    RUNNING: { description: 'It is.' },
    DELAYED: { description: 'It is, and comes later than usual.' },
  },
});

@ObjectType('TranscriptStatus', { description: 'How the transcript of a session goes.' })
export class TranscriptStatusType {
  @Field(() => states, { description: 'Whether it runs.' })
  readonly state: TranscriptState;

  @Field(() => String, {
    nullable: true,
    description: 'What understands the words, such as `Scripted`; null while it is off.',
  })
  readonly engine: string | null;

  constructor({ state, engine }: TranscriptStatus) {
    this.state = state;
    this.engine = engine;
  }
}
