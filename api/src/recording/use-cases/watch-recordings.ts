import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { FactsReader } from '../../sessions/sessions.ts';
import { giveUp, isOver, type PartFacts, stateOf } from '../domain/part.ts';
import { type Measure, watchBrowser, watchRecorder } from '../domain/watch-part.ts';
import type { Recorder } from '../recorder.ts';
import type { PartRecord, RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { askAfter, stopPart } from './ask-recorder.ts';
import type { FollowConsent } from './follow-consent.ts';
import type { HearReport } from './hear-report.ts';
import type { MakeFile } from './make-file.ts';
import type { TellTurns } from './tell-turns.ts';
import { uploadsUntil } from './uploads-until.ts';

export interface WatchRecordingsOptions {
  readonly store: RecordingStore;
  readonly facts: Pick<FactsReader, 'of'>;
  readonly follow: FollowConsent;
  readonly hear: HearReport;
  readonly makeFile: MakeFile;
  readonly tell: TellTurns;
  readonly recorder: Recorder | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Sees to it that what should record does, that nothing else does, and that nothing hangs. */
export class WatchRecordings {
  constructor(private readonly options: WatchRecordingsOptions) {}

  /** One that fails does not keep the others waiting. */
  async run(): Promise<void> {
    const { store, logger } = this.options;
    for (const sessionId of await store.watched()) {
      await this.look(sessionId).catch((error: unknown) => {
        logger.error({ sessionId, err: error }, 'recording not looked after');
      });
    }
  }

  /** Looks after the recording of one session. */
  async look(sessionId: string): Promise<void> {
    const { store, follow, tell } = this.options;
    await follow.run(sessionId);
    const recording = await store.ofSession(sessionId);
    if (!recording) return;
    for (const part of recording.parts) await this.lookAt(recording, part);
    await tell.run(sessionId);
  }

  private async lookAt(recording: RecordingRecord, part: PartRecord): Promise<void> {
    const measure =
      recording.via === 'EGRESS'
        ? await this.measureOfRecorder(part)
        : await this.measureOfBrowser(recording, part);
    if (measure.does === 'JOIN') await this.options.makeFile.run(part.id);
    if (measure.does === 'GIVE_UP') await this.giveUp(recording, part, measure.why);
  }

  private async measureOfRecorder(part: PartRecord): Promise<Measure> {
    const { recorder, hear, store, clock } = this.options;
    const { recorderName: name } = part;
    if (isOver(part)) return { does: 'NOTHING' };
    const report = recorder && name !== null ? await askAfter(recorder, name) : 'AWAY';
    if (typeof report === 'object') await hear.run({ ...report, partId: part.id });
    const now = (await store.ofPart(part.id))?.part ?? part;
    if (recorder && name !== null && isToStop(now)) await stopPart(recorder, name);
    return watchRecorder(now, clock.now(), report === 'LOST');
  }

  private async measureOfBrowser(
    { sessionId }: RecordingRecord,
    part: PartRecord,
  ): Promise<Measure> {
    const { facts, clock } = this.options;
    const session = sessionId === null ? null : await facts.of(sessionId);
    return watchBrowser(part, clock.now(), session ? uploadsUntil(session) : 0);
  }

  private async giveUp({ id }: RecordingRecord, part: PartRecord, why: string): Promise<void> {
    const { store, recorder, clock, logger } = this.options;
    logger.warn({ partId: part.id, why }, 'a part of a recording was given up');
    await store.change(id, (open) => {
      const now = open.part(part.id);
      if (now) open.write(part.id, { ...giveUp(now, why), heardAt: clock.now() });
    });
    const { recorderName: name } = part;
    if (recorder && name !== null) await stopPart(recorder, name);
  }
}

/** Whether the recorder goes on although it was to stop. */
function isToStop(part: PartFacts): boolean {
  return part.stopAt !== null && stateOf(part) === 'PROCESSING' && part.heard !== 'FINISHING';
}
