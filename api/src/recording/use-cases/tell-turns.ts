import type { Clock } from '../../platform/clock.ts';
import type { OpenLog, SessionLog } from '../../sessions/sessions.ts';
import { isOver } from '../domain/part.ts';
import { isThere, turnsOf } from '../domain/turns.ts';
import { mayRunOn } from '../domain/watch-part.ts';
import type { PartRecord, RecordingRecord } from '../recording-record.ts';
import type { OpenRecording } from '../store/open-recording.ts';
import type { RecordingStore } from '../store/recording-store.ts';

export interface TellTurnsOptions {
  readonly store: RecordingStore;
  readonly log: SessionLog;
  readonly clock: Clock;
}

/** Tells the log of a session what became of its recording, each once, together with the note that it was told. */
export class TellTurns {
  constructor(private readonly options: TellTurnsOptions) {}

  async run(sessionId: string): Promise<void> {
    const { store, log } = this.options;
    const recording = await store.ofSession(sessionId);
    if (!recording || !mayTell(recording)) return;
    await log.change(sessionId, (open) =>
      store.changeWithin(open.em, recording.id, (now) => {
        this.tell(open, now);
      }),
    );
  }

  private tell(log: OpenLog, recording: OpenRecording): void {
    for (const part of recording.parts) {
      const turns = turnsOf(part);
      for (const { type, at, reason } of turns) {
        const payload = { partId: part.id, ...(reason === null ? {} : { reason }) };
        log.note({ type, personId: null, at: at ?? log.now, payload });
      }
      const told = [...part.told, ...turns.map(({ type }) => type)];
      if (turns.length > 0) recording.write(part.id, { told });
    }
    if (log.session.status !== 'ENDED') return;
    const now = this.options.clock.now();
    const mayGoOn = (part: PartRecord) => recording.via === 'EGRESS' && mayRunOn(part, now);
    if (recording.parts.every((part) => isOver(part) && !mayGoOn(part))) recording.settle(now);
    if (recording.isTold || !isThere(recording.parts, 'NOTHING')) return;
    recording.markTold(now);
    log.note({ type: 'RECORDING_READY', personId: null, at: log.now, payload: {} });
  }
}

/** Whether there may be something to tell; what is settled and told is asked after no more. */
function mayTell({ parts, settledAt, toldAt }: RecordingRecord): boolean {
  if (settledAt === null || parts.some((part) => turnsOf(part).length > 0)) return true;
  return toldAt === null && isThere(parts, 'NOTHING');
}
