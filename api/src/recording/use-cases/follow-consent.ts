import type { Consents } from '../../consent/consent.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { FactsReader } from '../../sessions/sessions.ts';
import { isPartDue } from '../domain/next-part.ts';
import { hear, isOpen, type PartFacts, saying, stateOf, stop } from '../domain/part.ts';
import { missAnswer } from '../domain/watch-part.ts';
import type { Recorder } from '../recorder.ts';
import { keyOf, type PartRecord, type RecordingRecord } from '../recording-record.ts';
import type { OpenRecording } from '../store/open-recording.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import { type Ordered, orderPart, stopPart } from './ask-recorder.ts';

export interface FollowConsentOptions {
  readonly store: RecordingStore;
  readonly consents: Pick<Consents, 'isRunning' | 'spans'>;
  readonly facts: Pick<FactsReader, 'of'>;
  /** `null`: the mentor's browser records. */
  readonly recorder: Recorder | null;
  readonly clock: Clock;
}

/** An order that has been given for so long without an answer was lost with whoever gave it. */
const orderMs = 15_000;

/** Records where both want it, and nowhere else. Doing it twice or late comes out the same. */
export class FollowConsent {
  constructor(private readonly options: FollowConsentOptions) {}

  async run(sessionId: string): Promise<void> {
    const isWanted = await this.options.consents.isRunning(sessionId, 'RECORDING');
    await (isWanted ? this.goOn(sessionId) : this.rest(sessionId));
  }

  private async goOn(sessionId: string): Promise<void> {
    const { store, recorder } = this.options;
    const recording = (await store.ofSession(sessionId)) ?? (await this.begin(sessionId));
    if (recording?.via !== 'EGRESS' || !recorder) return;
    const partId = await store.change(recording.id, (open) => this.dueIn(open));
    if (partId) await this.order({ recording, partId, sessionId, recorder });
  }

  private async begin(sessionId: string): Promise<RecordingRecord | null> {
    const { store, recorder, clock } = this.options;
    const isAdmitted = recorder !== null && (await recorder.admits());
    return await store.begin(sessionId, isAdmitted ? 'EGRESS' : 'BROWSER', clock.now());
  }

  /** The part that is to be ordered now; `null` where none is. */
  private dueIn(open: OpenRecording): string | null {
    const now = this.options.clock.now();
    const ordered = open.parts.find((part) => isOpen(part) && part.recorderName === null);
    if (ordered) {
      if (now < ordered.heardAt + orderMs) return null;
      open.write(ordered.id, { heardAt: now });
      return ordered.id;
    }
    if (!isPartDue(open.parts, now)) return null;
    return open.add({ id: newId(), requestedAt: now, mediaType: 'video/mp4' }).id;
  }

  private async order({ recording, partId, sessionId, recorder }: Order): Promise<void> {
    const { store, clock } = this.options;
    const key = keyOf(partId, 'EGRESS');
    const answer = await orderPart(recorder, { partId, sessionId, key });
    const part = await store.change(recording.id, (open) => {
      const now = open.part(partId);
      if (!now) return null;
      open.write(partId, afterAnswer(now, answer, clock.now()));
      return now;
    });
    // It was to stop while it was ordered, or is not there any more.
    const name = nameIn(answer);
    if (name !== null && part?.stopAt !== null) await stopPart(recorder, name);
  }

  private async rest(sessionId: string): Promise<void> {
    const { store, recorder } = this.options;
    const recording = await store.ofSession(sessionId);
    if (!recording?.parts.some(isUntold)) return;
    const at = await this.restsSince(sessionId);
    const stopped = await store.change(recording.id, (open) => {
      const parts = open.parts.filter(isUntold);
      for (const part of parts) open.write(part.id, stop(part, at));
      return parts;
    });
    for (const name of namesOf(stopped ?? [])) if (recorder) await stopPart(recorder, name);
  }

  /** Since when the two do not want it any more. */
  private async restsSince(sessionId: string): Promise<number> {
    const { consents, facts, clock } = this.options;
    const spans = await consents.spans(sessionId, 'RECORDING');
    const said = spans.at(-1)?.to ?? null;
    if (said !== null) return said;
    return (await facts.of(sessionId))?.actualEnd ?? clock.now();
  }
}

interface Order {
  readonly recording: RecordingRecord;
  readonly partId: string;
  readonly sessionId: string;
  readonly recorder: Recorder;
}

/** A part after what became of its order. Where the recorder is away it may record all the same, and is asked again. */
function afterAnswer(part: PartRecord, answer: Ordered, heardAt: number): Partial<PartRecord> {
  if (answer === 'AWAY') return missAnswer(part, heardAt);
  if ('failed' in answer) return { ...hear(part, answer.failed), heardAt };
  return { ...hear(part, saying('STARTING')), heardAt, recorderName: answer.name };
}

function nameIn(answer: Ordered): string | null {
  return typeof answer === 'object' && 'name' in answer ? answer.name : null;
}

/** Whether it goes on, or would where it is mended, and was never told to stop. */
function isUntold(part: PartFacts): boolean {
  return isOpen(part) || (part.stopAt === null && stateOf(part) === 'FAILED');
}

function namesOf(parts: readonly PartRecord[]): readonly string[] {
  return parts.flatMap(({ recorderName }) => (recorderName === null ? [] : [recorderName]));
}
