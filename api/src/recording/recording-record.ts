import type { PartFacts } from './domain/part.ts';

/** Who makes the files: a recorder beside the media server, or the mentor's browser. */
export type RecordingWay = 'EGRESS' | 'BROWSER';

/** A part of a recording, one file in the end. */
export interface PartRecord extends PartFacts {
  readonly id: string;
  readonly recordingId: string;
  /** Counted from 1. */
  readonly number: number;
  readonly requestedAt: number;
  /** When what is known of it last became another. */
  readonly heardAt: number;
  readonly mediaType: string;
  /** The recorder's own name for it; `null` where there is none yet, or a browser records. */
  readonly recorderName: string | null;
  /** How many pieces its browser sends in all; `null` while that is not known. */
  readonly pieces: number | null;
  /** So many of them have come, from the first one on without a gap. */
  readonly nextPiece: number;
  /** How often it was tried to put them together. */
  readonly attempts: number;
  /** Until when somebody is at it. */
  readonly busyUntil: number | null;
  /** What the log of the session was told of it. */
  readonly told: readonly string[];
}

/** The recording of a session, with its parts in order. */
export interface RecordingRecord {
  readonly id: string;
  /** `null` where the session itself is not kept any more. */
  readonly sessionId: string | null;
  readonly via: RecordingWay;
  readonly begunAt: number;
  /** When it became known that nothing more is to come; only what is mended late still does. */
  readonly settledAt: number | null;
  /** When it was told that it can be watched. */
  readonly toldAt: number | null;
  readonly parts: readonly PartRecord[];
}

/** Under which key of the storage the file of a part lies. Egress gives an ending to each of its files. */
export function keyOf(partId: string, via: RecordingWay): string {
  return `recordings/${partId}${via === 'EGRESS' ? '.mp4' : ''}`;
}

/** Under which key of the storage a piece of a part lies until they are put together. */
export function pieceKeyOf(partId: string, seq: number): string {
  return `recordings/pieces/${partId}-${String(seq)}`;
}

/** Where pieces are sent to and recordings are read from. */
export const recordingsPath = '/recordings';
