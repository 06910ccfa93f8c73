import type { Consents } from '../../consent/consent.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { hear, isOpen, saying, stop } from '../domain/part.ts';
import { mediaTypeOf } from '../domain/upload.ts';
import type { PartRecord } from '../recording-record.ts';
import type { OpenRecording } from '../store/open-recording.ts';
import type { RecordingStore } from '../store/recording-store.ts';
import type { FollowConsent } from './follow-consent.ts';

export interface BeginPartOrder {
  readonly sessionId: string;
  /** Made by the page, so that it may ask again; without one each call begins another part. */
  readonly partId: string | null;
  readonly mediaType: string;
}

export type BeginPartFault = 'NOT_RUNNING' | 'ELSEWHERE' | 'MEDIA_TYPE';
export type BeginPartAnswer = { readonly part: PartRecord } | { readonly rejected: BeginPartFault };

export interface BeginPartOptions {
  readonly store: RecordingStore;
  readonly consents: Pick<Consents, 'isRunning'>;
  readonly follow: FollowConsent;
  readonly clock: Clock;
}

/** A browser begins to record. Whatever recorded before in the session has stopped. */
export class BeginPart {
  constructor(private readonly options: BeginPartOptions) {}

  async run({ sessionId, partId, mediaType: given }: BeginPartOrder): Promise<BeginPartAnswer> {
    const { store, follow } = this.options;
    const mediaType = mediaTypeOf(given);
    if (mediaType === null) return { rejected: 'MEDIA_TYPE' };
    if (!(await this.isRunning(sessionId))) return { rejected: 'NOT_RUNNING' };
    const order = { partId: partId ?? newId(), mediaType };
    const recordingId = await this.recordingFor(sessionId, order.partId);
    if (recordingId === null) return { rejected: 'ELSEWHERE' };
    const begun = await store.change(recordingId, (open) => this.beginIn(open, order));
    // What was said while it was begun counts as well.
    if (!(await this.isRunning(sessionId))) await follow.run(sessionId);
    const made = begun === null ? null : await store.ofPart(begun);
    return made ? { part: made.part } : { rejected: 'NOT_RUNNING' };
  }

  private isRunning(sessionId: string): Promise<boolean> {
    return this.options.consents.isRunning(sessionId, 'RECORDING');
  }

  /** The recording that the part is to be of; `null` where it is of another, or no browser records. */
  private async recordingFor(sessionId: string, partId: string): Promise<string | null> {
    const { store, follow } = this.options;
    // Where nobody has seen to it yet, it is seen to now.
    if (!(await store.ofSession(sessionId))) await follow.run(sessionId);
    const recording = await store.ofSession(sessionId);
    if (recording?.via !== 'BROWSER') return null;
    const known = await store.ofPart(partId);
    return known && known.recording.id !== recording.id ? null : recording.id;
  }

  /** Gives the identifier of the part that records now. */
  private beginIn(open: OpenRecording, { partId, mediaType }: NewUpload): string {
    const same = open.part(partId);
    if (same) return same.id;
    const now = this.options.clock.now();
    for (const part of open.parts.filter(isOpen)) open.write(part.id, stop(part, now));
    const part = open.add({ id: partId, requestedAt: now, mediaType });
    open.write(part.id, hear(part, saying('STARTING', { startedAt: now })));
    return part.id;
  }
}

interface NewUpload {
  readonly partId: string;
  readonly mediaType: string;
}
