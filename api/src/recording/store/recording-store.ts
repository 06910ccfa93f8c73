import { LockMode } from '@mikro-orm/core';
import type { Database, EntityManager } from '../../platform/database/database.ts';
import { isId, newId } from '../../platform/ids.ts';
import type { WakeUps } from '../../platform/streams/wake-ups.ts';
import type { PartRecord, RecordingRecord, RecordingWay } from '../recording-record.ts';
import { OpenRecording } from './open-recording.ts';
import { RecordingEntity, RecordingPartEntity } from './recording-entity.ts';

/** Keeps recordings and their parts; whoever changes one has it for themselves meanwhile. */
export class RecordingStore {
  constructor(
    private readonly database: Database,
    private readonly wakeUps: WakeUps,
  ) {}

  async ofSession(sessionId: string): Promise<RecordingRecord | null> {
    return (await this.ofSessions([sessionId])).get(sessionId) ?? null;
  }

  async ofSessions(sessionIds: readonly string[]): Promise<ReadonlyMap<string, RecordingRecord>> {
    const found = await this.read({ sessionId: { $in: [...sessionIds] } });
    return new Map(found.flatMap((one) => (one.sessionId ? [[one.sessionId, one] as const] : [])));
  }

  /** The part with its recording; `null` where there is none. */
  async ofPart(
    partId: string,
  ): Promise<{ readonly recording: RecordingRecord; readonly part: PartRecord } | null> {
    if (!isId(partId)) return null;
    const row = await this.database
      .fork()
      .findOne(RecordingPartEntity, { id: partId }, { fields: ['recordingId'] });
    const [recording] = row ? await this.read({ id: row.recordingId }) : [];
    const part = recording?.parts.find(({ id }) => id === partId);
    return recording && part ? { recording, part } : null;
  }

  /** Of which session a part with the recorder's name for it is. */
  async partNamed(recorderName: string): Promise<string | null> {
    const row = await this.database
      .fork()
      .findOne(RecordingPartEntity, { recorderName }, { fields: ['id'] });
    return row?.id ?? null;
  }

  /** The recording of a session, begun now where there is none. */
  async begin(sessionId: string, via: RecordingWay, now: number): Promise<RecordingRecord | null> {
    await this.database.fork().execute(
      `insert into recording (id, session_id, via, begun_at)
         select ?, id, ?, ? from session where id = ? on conflict (session_id) do nothing`,
      [newId(), via, new Date(now).toISOString(), sessionId],
    );
    this.wakeUps.announce(`recording:${sessionId}`);
    return await this.ofSession(sessionId);
  }

  /** Runs `work` on the locked recording and stores what it changed, all or nothing. */
  async change<T>(
    recordingId: string,
    work: (open: OpenRecording) => T | Promise<T>,
  ): Promise<T | null> {
    const done = await this.database.transaction((em) =>
      this.changeWithin(em, recordingId, async (open) => ({ open, result: await work(open) })),
    );
    if (!done) return null;
    const { sessionId, isShownChanged } = done.open;
    if (isShownChanged && sessionId) this.wakeUps.announce(`recording:${sessionId}`);
    return done.result;
  }

  /** As `change`, within a transaction that is open, and without a word to those who follow. */
  async changeWithin<T>(
    em: EntityManager,
    recordingId: string,
    work: (open: OpenRecording) => T | Promise<T>,
  ): Promise<T | null> {
    const recording = await em.findOne(
      RecordingEntity,
      { id: recordingId },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!recording) return null;
    return await work(new OpenRecording(em, recording, await partsOf(em, [recordingId])));
  }

  /** How large each piece of a part is, in order. */
  async piecesOf(partId: string): Promise<readonly number[]> {
    const rows = await this.database
      .fork()
      .execute<{ bytes: number }[]>(
        'select bytes from recording_piece where part_id = ? order by seq',
        [partId],
      );
    return rows.map(({ bytes }) => bytes);
  }

  /** How much the pieces of a recording took that have come so far. */
  async bytesOf(recordingId: string): Promise<number> {
    const [row] = await this.database.fork().execute<{ bytes: number }[]>(
      `select coalesce(sum(p.bytes), 0)::float8 as bytes from recording_piece p
         join recording_part r on r.id = p.part_id where r.recording_id = ?`,
      [recordingId],
    );
    return row?.bytes ?? 0;
  }

  async forgetPieces(partId: string): Promise<void> {
    await this.database.fork().execute('delete from recording_piece where part_id = ?', [partId]);
  }

  /**
   * The sessions that are to be looked at: those in which something may have to be recorded, and those of whose
   * recording it is not known yet what becomes of it.
   */
  async watched(): Promise<readonly string[]> {
    const rows = await this.database.fork().execute<{ id: string }[]>(
      `select id from session s where status in ('WAITING', 'ACTIVE', 'PAUSED') and exists (
           select from session_event e where e.session_id = s.id and e.type = 'CONSENT_GIVEN'
             and e.payload->>'kind' = 'RECORDING')
         union select session_id from recording where settled_at is null and session_id is not null`,
    );
    return rows.map(({ id }) => id);
  }

  private async read(where: object): Promise<readonly RecordingRecord[]> {
    const em = this.database.fork();
    const found = await em.find(RecordingEntity, where);
    if (found.length === 0) return [];
    const parts = await partsOf(
      em,
      found.map(({ id }) => id),
    );
    return found.map((one) => ({
      ...plain(one),
      parts: parts.filter(({ recordingId }) => recordingId === one.id),
    }));
  }
}

async function partsOf(
  em: EntityManager,
  recordingIds: readonly string[],
): Promise<RecordingPartEntity[]> {
  return await em.find(
    RecordingPartEntity,
    { recordingId: { $in: [...recordingIds] } },
    { orderBy: { number: 'asc' } },
  );
}

function plain({ id, sessionId, via, begunAt, settledAt, toldAt }: RecordingEntity) {
  return { id, sessionId, via, begunAt, settledAt, toldAt };
}
