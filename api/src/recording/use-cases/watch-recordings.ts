import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { FactsReader } from '../../sessions/sessions.ts';
import { giveUp, hear, isClosed, isOver, isToStop, saying, stop } from '../domain/part.ts';
import { isUncut } from '../domain/hear-recorder.ts';
import { type Measure, watchBrowser, watchRecorder } from '../domain/watch-part.ts';
import type { Recorder, RecorderReport } from '../recorder.ts';
import type { PartRecord, RecordingRecord } from '../recording-record.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { askAfter, nameFor, stopPart } from './ask-recorder.ts';
import type { FollowConsent } from './follow-consent.ts';
import type { HearReport } from './hear-report.ts';
import type { TellTurns } from './tell-turns.ts';
import { uploadsUntil } from './uploads-until.ts';

export interface WatchRecordingsOptions {
  readonly store: RecordingStore;
  readonly facts: Pick<FactsReader, 'of'>;
  readonly follow: FollowConsent;
  readonly hear: HearReport;
  readonly tell: TellTurns;
  readonly recorder: Recorder | null;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Is told of a part of which a file can be made. */
  readonly onWhole: (partId: string) => void;
  /** Does what nobody is to wait for; under each name once at a time. */
  readonly aside: (name: string, work: () => Promise<void>) => void;
}

interface Asked {
  readonly recorder: Recorder;
  readonly name: string;
  readonly isLost: boolean;
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
        ? await this.measureOfRecorder(recording, part)
        : await this.measureOfBrowser(recording, part);
    if (measure.does === 'JOIN') this.options.onWhole(part.id);
    if (measure.does === 'GIVE_UP') await this.giveUp(recording, part, measure.why);
  }

  private async measureOfRecorder(recording: RecordingRecord, part: PartRecord): Promise<Measure> {
    const { recorder, clock } = this.options;
    const isAsked = isToStop(part) || !(isOver(part) || isUncut(part));
    if (!recorder || !isAsked) return watchRecorder(part, clock.now(), false);
    // An order that goes on is asked for again; of one that is to stop it is learnt what came of it.
    const name = part.recorderName ?? (isToStop(part) ? await nameFor(recorder, part.id) : null);
    if (name === null) return watchRecorder(part, clock.now(), false);
    const report = await askAfter(recorder, name);
    const now = typeof report === 'object' ? await this.heard(part, report) : part;
    const isLost = report === 'LOST';
    if (isToStop(now)) this.stopAgain(recording, now, { recorder, name, isLost });
    return watchRecorder(now, clock.now(), isLost);
  }

  private async heard(part: PartRecord, report: RecorderReport): Promise<PartRecord> {
    const { hear: hearing, store } = this.options;
    await hearing.run({ ...report, partId: part.id });
    return (await store.ofPart(part.id))?.part ?? part;
  }

  /** Until the recorder says how it ended. What it does not know any more has heard it now, or is none. */
  private stopAgain({ id }: RecordingRecord, part: PartRecord, asked: Asked): void {
    const { store, aside } = this.options;
    const { recorder, name, isLost } = asked;
    aside(`stop ${name}`, async () => {
      if (!(await stopPart(recorder, name)) || !isLost) return;
      await store.change(id, (open) => {
        const now = open.part(part.id);
        if (!now || isClosed(now) || !isOver(now)) return;
        open.write(part.id, hear(now, saying('FAILED', { reason: now.givenUp })));
      });
    });
  }

  private async measureOfBrowser(
    { sessionId }: RecordingRecord,
    part: PartRecord,
  ): Promise<Measure> {
    const { facts, clock } = this.options;
    const session = sessionId === null ? null : await facts.of(sessionId);
    return watchBrowser(part, clock.now(), session ? uploadsUntil(session) : 0);
  }

  private async giveUp({ id, via }: RecordingRecord, part: PartRecord, why: string): Promise<void> {
    const { store, recorder, clock, logger } = this.options;
    logger.warn({ partId: part.id, why }, 'a part of a recording was given up');
    await store.change(id, (open) => {
      const now = open.part(part.id);
      if (!now) return;
      // A browser sends what it has all the same; a recorder is not to go on unseen.
      const last = via === 'EGRESS' ? stop(now, clock.now()) : now;
      open.write(part.id, { ...giveUp(last, why), heardAt: clock.now() });
    });
    const { recorderName: name } = part;
    if (recorder && name !== null) await stopPart(recorder, name);
  }
}
