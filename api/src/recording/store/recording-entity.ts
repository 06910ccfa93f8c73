import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { InstantType } from '../../platform/database/instant-type.ts';
import type { PartFacts } from '../domain/part.ts';
import type { RecordingWay } from '../recording-record.ts';

/** The recording of a session. */
@Entity({ tableName: 'recording' })
export class RecordingEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid', nullable: true })
  sessionId!: string | null;

  @Property({ type: 'text' })
  via!: RecordingWay;

  @Property({ type: InstantType })
  begunAt!: number;

  @Property({ type: InstantType, nullable: true })
  settledAt!: number | null;

  @Property({ type: InstantType, nullable: true })
  toldAt!: number | null;
}

/** A part of a recording. Its bytes are in the storage. */
@Entity({ tableName: 'recording_part' })
export class RecordingPartEntity {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  recordingId!: string;

  @Property({ type: 'integer' })
  number!: number;

  @Property({ type: 'text' })
  heard!: PartFacts['heard'];

  @Property({ type: InstantType })
  requestedAt!: number;

  @Property({ type: InstantType })
  heardAt!: number;

  @Property({ type: InstantType, nullable: true })
  startedAt!: number | null;

  @Property({ type: InstantType, nullable: true })
  endedAt!: number | null;

  @Property({ type: InstantType, nullable: true })
  stopAt!: number | null;

  @Property({ type: 'double', nullable: true })
  bytes!: number | null;

  @Property({ type: 'text', nullable: true })
  reason!: string | null;

  @Property({ type: 'text', nullable: true })
  givenUp!: string | null;

  @Property({ type: 'text' })
  mediaType!: string;

  @Property({ type: 'text', nullable: true })
  recorderName!: string | null;

  @Property({ type: 'integer', nullable: true })
  pieces!: number | null;

  @Property({ type: 'integer' })
  nextPiece!: number;

  @Property({ type: 'integer' })
  attempts!: number;

  @Property({ type: InstantType, nullable: true })
  busyUntil!: number | null;

  @Property({ type: 'text[]' })
  told!: readonly string[];
}
