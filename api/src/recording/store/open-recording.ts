import type { EntityManager } from '../../platform/database/database.ts';
import { wantedPart } from '../domain/part.ts';
import { looksOf } from '../domain/recording-status.ts';
import type { PartRecord, RecordingWay } from '../recording-record.ts';
import { type RecordingEntity, RecordingPartEntity } from './recording-entity.ts';

/** A part that is about to be. */
export type NewPart = Pick<PartRecord, 'id' | 'requestedAt' | 'mediaType'>;

/** One recording under its row's lock. */
export class OpenRecording {
  /** Whether something changed that people see. */
  isShownChanged = false;

  constructor(
    readonly em: EntityManager,
    private readonly recording: RecordingEntity,
    private readonly rows: RecordingPartEntity[],
  ) {}

  get sessionId(): string | null {
    return this.recording.sessionId;
  }

  get via(): RecordingWay {
    return this.recording.via;
  }

  get parts(): readonly PartRecord[] {
    return this.rows;
  }

  part(partId: string): PartRecord | null {
    return this.rows.find(({ id }) => id === partId) ?? null;
  }

  add({ id, requestedAt, mediaType }: NewPart): PartRecord {
    const row = this.em.create(RecordingPartEntity, {
      ...wantedPart,
      ...{ id, requestedAt, mediaType, heardAt: requestedAt },
      recordingId: this.recording.id,
      number: (this.rows.at(-1)?.number ?? 0) + 1,
      ...{ recorderName: null, pieces: null, nextPiece: 0, attempts: 0, busyUntil: null, told: [] },
    });
    this.rows.push(row);
    this.isShownChanged = true;
    this.reopen();
    return row;
  }

  /** Something is to come of it again. */
  reopen(): void {
    this.recording.settledAt = null;
  }

  /** Writes what has changed of a part. */
  write(partId: string, changed: Partial<Omit<PartRecord, 'id' | 'recordingId'>>): void {
    const row = this.rows.find(({ id }) => id === partId);
    if (!row) return;
    const before = looksOf(row);
    Object.assign(row, changed);
    if (before !== looksOf(row)) this.isShownChanged = true;
  }

  /** Keeps how large the next piece of a part is. */
  async addPiece(partId: string, seq: number, bytes: number): Promise<void> {
    await this.em.execute('insert into recording_piece (part_id, seq, bytes) values (?, ?, ?)', [
      partId,
      seq,
      bytes,
    ]);
    this.write(partId, { nextPiece: seq + 1 });
  }

  /** Notes that nothing more is to come. */
  settle(now: number): void {
    this.recording.settledAt ??= now;
  }

  /** Whether it was told that it can be watched. */
  get isTold(): boolean {
    return this.recording.toldAt !== null;
  }

  markTold(now: number): void {
    this.recording.toldAt = now;
  }
}
